import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timingSafeEqual } from 'node:crypto';
import type { Keyring } from '@bihuan/db';
import { z } from 'zod';
import { BackupRefused } from './backup-refused.ts';

const FORMAT = 1;
const NAME = 'manifest.json';
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const tableSchema = z.object({
  name: z.string().regex(/^(public|pgboss)\.[a-z_][a-z0-9_]*$/),
  columns: z.array(z.string().max(63)),
  rows: count,
  /** Of the text of COPY before it was compressed. */
  bytes: count,
  sha256: digest,
});

const contentSchema = z.object({
  madeAt: z.string().max(40),
  /** Tells whether the master key is the one the backup was made under, and nothing about it. */
  masterKey: digest,
  migrations: z.array(z.object({ name: z.string().max(200), checksum: z.string().max(100) })),
  queuesVersion: count,
  sequences: z.array(
    z.object({ name: z.string().max(130), value: z.string().regex(/^\d+$/), isCalled: z.boolean() }),
  ),
  lastEvent: z.object({ position: z.string().regex(/^\d+$/), hash: digest }).nullable(),
  tables: z.array(tableSchema),
  /** Null where files were left out. `sha256`: of the list of them. */
  files: z.object({ count, bytes: count, sha256: digest }).nullable(),
});

const manifestSchema = z.object({
  product: z.literal('bihuan'),
  format: z.int(),
  content: contentSchema,
  seal: digest,
});

export type BackupContent = z.output<typeof contentSchema>;
export type TableEntry = z.output<typeof tableSchema>;

/** Written last, so that a backup without one was cut off. Sealed under the master key. */
export async function writeManifest(folder: string, given: BackupContent, keyring: Keyring): Promise<void> {
  // In the order in which it is read again, which the seal holds to.
  const content = contentSchema.parse(given);
  const seal = sealOf(content, keyring, keyring.keyId);
  const manifest = { product: 'bihuan', format: FORMAT, content, seal };
  await writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
}

/** The manifest of a backup that was made by this product under one of these master keys; throws `BackupRefused` for any other. */
export async function readManifest(folder: string, keyring: Keyring): Promise<BackupContent> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => null);
  if (text === null) throw new BackupRefused('not_a_backup');
  const raw = parsed(text);
  if (typeof raw !== 'object' || raw === null || !('product' in raw) || raw.product !== 'bihuan')
    throw new BackupRefused('foreign');
  if ('format' in raw && typeof raw.format === 'number' && raw.format > FORMAT)
    throw new BackupRefused('newer', `format ${raw.format}`);
  const manifest = manifestSchema.safeParse(raw);
  if (!manifest.success) throw new BackupRefused('manifest_changed');
  const { content, seal } = manifest.data;
  const keyId = keyring.keyIds.find((id) => content.masterKey === masterKeyMark(keyring, id));
  if (keyId === undefined) throw new BackupRefused('other_key');
  if (!timingSafeEqual(Buffer.from(seal, 'hex'), Buffer.from(sealOf(content, keyring, keyId), 'hex')))
    throw new BackupRefused('manifest_changed');
  return content;
}

export function masterKeyMark(keyring: Keyring, keyId = keyring.keyId): string {
  return keyring.backupHash('master key', keyId).toString('hex');
}

function sealOf(content: BackupContent, keyring: Keyring, keyId: string): string {
  return keyring.backupHash(JSON.stringify(content), keyId).toString('hex');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
