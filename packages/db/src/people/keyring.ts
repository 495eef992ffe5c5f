import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { drawBytes } from './draw-bytes.ts';

/**
 * Keys for everything that must not be readable in the database. What is sealed is sealed under a master key of 32 bytes
 * (HKDF-SHA-256, one label per use), and names it. What things are found by, hashes and derived bytes, stands on index keys,
 * which stay what they are when the master key is replaced.
 */
export type Keyring = {
  /** The key that new fields are sealed with. */
  readonly keyId: string;
  /** Every key that opens something, the one in use first. */
  readonly keyIds: readonly string[];
  /** Seals text with AES-256-GCM: nonce (12) · tag (16) · ciphertext. `context` binds it to its row. */
  seal(text: string, context: string): Buffer;
  /** Opens what `seal` made. Throws where key, context or bytes do not fit. */
  open(sealed: Uint8Array, context: string, keyId: string): string;
  /** The same for bytes, such as those of a file. */
  sealBytes(bytes: Uint8Array, context: string): Buffer;
  openBytes(sealed: Uint8Array, context: string, keyId: string): Buffer;
  /**
   * Opens a stored file. While the master key is replaced a file is sealed anew before its row says so; where the key that the
   * row names does not fit, the others are tried.
   */
  openFile(sealed: Uint8Array, context: string, keyId: string): Buffer;
  /** Keyed hash for comparing without knowing: query and resume codes, phones, once-only tokens, network addresses, API keys. */
  keyedHash(use: HashUse, text: string): Buffer;
  /** Bytes that only the holder of the keys can derive from `text`. */
  derive(use: DeriveUse, text: string, length: number): Buffer;
  /** Keyed hash under one master key itself, which needs no database: the marks and seals of backups. */
  backupHash(text: string, keyId: string): Buffer;
  /** The index keys as bytes, to be sealed and kept. Throws where they are not known. */
  indexKeys(): Buffer;
  /** Takes the index keys that `indexKeys` once gave; null: they cannot be had, and nothing may be hashed. */
  takeIndexKeys(bytes: Buffer | null): void;
};

const HASH_USES = [
  ...(['query_code', 'phone', 'email', 'once', 'address', 'api_key'] as const),
  ...(['resume_code', 'contact_code', 'open_answer'] as const),
] as const;
const DERIVE_USES = ['query_code', 'opt_out', 'proof_of_work'] as const;
export type HashUse = (typeof HASH_USES)[number];
export type DeriveUse = (typeof DERIVE_USES)[number];

/** The name of the master key of a house that never had another. */
export const FIRST_KEY = 'k1';

const NONCE = 12;
const TAG = 16;

/**
 * `masterKeys` by id, 32 bytes each; `keyId` names the one in use, the others only open what is old. The index keys are known
 * from the beginning where the first master key of a house is its only one; else they have to be read and taken.
 */
export function openKeyring(masterKeys: ReadonlyMap<string, Buffer>, keyId: string): Keyring {
  const keyFor = (id: string, label: string): Buffer => {
    const master = masterKeys.get(id);
    if (master?.length !== 32) throw new Error(`no master key of 32 bytes named ${id}`);
    return Buffer.from(hkdfSync('sha256', master, '', `bihuan:${label}`, 32));
  };
  const each = (label: string) =>
    new Map([...masterKeys.keys()].map((id) => [id, createSecretKey(keyFor(id, label))]));
  const [sealing, marking] = [each('contact'), each('backup')];
  const keyIds = [keyId, ...[...masterKeys.keys()].filter((id) => id !== keyId)];
  const firstIndex = (id: string): IndexKeys =>
    new Map(INDEX_LABELS.map((label) => [label, createSecretKey(keyFor(id, label))]));
  let index: IndexKeys | null = masterKeys.size === 1 && keyId === FIRST_KEY ? firstIndex(keyId) : null;
  const indexKey = (label: string): KeyObject => {
    const key = index?.get(label);
    if (key === undefined) throw new Error('the index keys of this house are not known');
    return key;
  };
  const markingKey = (id: string): KeyObject => {
    const key = marking.get(id);
    if (!key) throw new Error(`no key named ${id}`);
    return key;
  };
  const sealingKey = (id: string): KeyObject => {
    const key = sealing.get(id);
    if (!key) throw new Error(`no key named ${id}`);
    return key;
  };
  const sealBytes = (bytes: Uint8Array, context: string): Buffer => {
    const nonce = drawBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', sealingKey(keyId), nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (sealed: Uint8Array, context: string, id: string): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(id), bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  };
  const openFile = (sealed: Uint8Array, context: string, id: string): Buffer => {
    for (const other of [id, ...keyIds.filter((one) => one !== id)])
      try {
        return openBytes(sealed, context, other);
      } catch {
        // The next key may fit.
      }
    throw new Error('no key fits a stored file');
  };
  return {
    keyId,
    keyIds,
    sealBytes,
    openBytes,
    openFile,
    seal: (text, context) => sealBytes(Buffer.from(text), context),
    open: (sealed, context, id) => openBytes(sealed, context, id).toString('utf8'),
    keyedHash: (use, text) => createHmac('sha256', indexKey(use)).update(text).digest(),
    derive: (use, text, length) =>
      createHmac('sha256', indexKey(`derive_${use}`))
        .update(text)
        .digest()
        .subarray(0, length),
    backupHash: (text, id) => createHmac('sha256', markingKey(id)).update(text).digest(),
    indexKeys: () => {
      if (index === null && !masterKeys.has(FIRST_KEY) && masterKeys.size > 1)
        throw new Error('which of several master keys came first is not known');
      return written(index ?? firstIndex(masterKeys.has(FIRST_KEY) ? FIRST_KEY : keyId));
    },
    takeIndexKeys: (bytes) => {
      index = bytes === null ? null : readIndexKeys(bytes);
    },
  };
}

const INDEX_LABELS: readonly string[] = [...HASH_USES, ...DERIVE_USES.map((use) => `derive_${use}`)];

type IndexKeys = ReadonlyMap<string, KeyObject>;

function written(index: IndexKeys): Buffer {
  const keys = [...index].map(([label, key]) => [label, key.export().toString('base64')]);
  return Buffer.from(JSON.stringify(Object.fromEntries(keys)));
}

function readIndexKeys(bytes: Buffer): IndexKeys {
  const keys = JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, string>>;
  return new Map(
    Object.entries(keys).map(([label, key]) => [label, createSecretKey(Buffer.from(key, 'base64'))]),
  );
}
