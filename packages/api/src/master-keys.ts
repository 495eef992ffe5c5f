import { FIRST_KEY, openKeyring, type Keyring } from '@bihuan/db';

const ENTRY = /^(?:(k[1-9]\d{0,3}):)?([A-Za-z0-9+/_-]{42,44}={0,2})$/;

/**
 * Master keys by their names, the one in use first: 32 bytes in base64 (`k1`), or several with commas between, each with its
 * name before it: `k2:…,k1:…`. One without a name is `k1`. Null where an entry is something else, or a name stands twice.
 */
export function readMasterKeys(text: string): ReadonlyMap<string, Buffer> | null {
  const keys = new Map<string, Buffer>();
  for (const entry of text.split(',')) {
    const [, id = FIRST_KEY, key = ''] = ENTRY.exec(entry.trim()) ?? [];
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== 32 || keys.has(id)) return null;
    keys.set(id, bytes);
  }
  return keys;
}

/** The keyring of a house, by its setting. Throws where that is not as `readMasterKeys` takes it. */
export function keyringOf(masterKey: string): Keyring {
  const keys = readMasterKeys(masterKey);
  const [keyId] = keys?.keys() ?? [];
  if (keys === null || keyId === undefined) throw new Error('the master key must be 32 bytes in base64');
  return openKeyring(keys, keyId);
}
