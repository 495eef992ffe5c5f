import { generateKeyPairSync } from 'node:crypto';
import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';

type Reads = Pick<Database, 'pool'>;

/** A key that signs or signed receipts, without its secret half. */
export type ReceiptKey = {
  readonly id: string;
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: string;
  readonly from: string;
  /** When it stopped signing; null for the one in use. */
  readonly until: string | null;
};

type KeyRow = { id: string; public_key: Buffer; created_at: Date; retired_at: Date | null };

/** Every key ever used, oldest first. */
export async function readReceiptKeys(db: Reads): Promise<readonly ReceiptKey[]> {
  const { rows } = await db.pool.query<KeyRow>({
    name: 'receipt-keys',
    text: 'SELECT id, public_key, created_at, retired_at FROM receipt_key ORDER BY ordinal',
    values: [],
  });
  return rows.map(({ id, public_key: publicKey, created_at: from, retired_at: until }) => ({
    id,
    publicKey: publicKey.toString('base64url'),
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
}

/** The secret half of the key in use, PKCS 8 in DER; null where there is no key yet. */
export async function readSigningKey(
  db: Reads,
  keyring: Keyring,
): Promise<{ readonly id: string; readonly pkcs8: Buffer } | null> {
  const { rows } = await db.pool.query<{ id: string; sealed: Buffer; key_id: string }>({
    name: 'receipt-signing-key',
    text: 'SELECT id, sealed, key_id FROM receipt_key WHERE retired_at IS NULL ORDER BY ordinal DESC LIMIT 1',
    values: [],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: row.id,
    pkcs8: Buffer.from(keyring.open(row.sealed, receiptKeyContext(row.id), row.key_id), 'base64'),
  };
}

/**
 * Makes a new key and retires the others, whose secret half is removed. With `isFirstOnly` nothing happens where there is a
 * key already; nor where another process makes one at the same moment.
 */
export async function makeReceiptKey(
  db: Reads,
  keyring: Keyring,
  at: string,
  { isFirstOnly }: { readonly isFirstOnly: boolean },
): Promise<void> {
  const existing = await readReceiptKeys(db);
  if (isFirstOnly && existing.length > 0) return;
  const ordinal = existing.length + 1;
  const id = `r${ordinal}`;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  await db.pool.query({
    name: 'make-receipt-key',
    text: `WITH made AS (
  INSERT INTO receipt_key (id, ordinal, public_key, sealed, key_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING RETURNING id)
UPDATE receipt_key SET retired_at = $6, sealed = NULL WHERE retired_at IS NULL AND EXISTS (SELECT FROM made)`,
    values: [id, ordinal, raw, keyring.seal(pkcs8, receiptKeyContext(id)), keyring.keyId, at],
  });
}

/** The context that binds the secret half to its key. */
export function receiptKeyContext(id: string): string {
  return `receipt-key:${id}`;
}
