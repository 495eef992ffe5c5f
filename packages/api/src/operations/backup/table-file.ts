import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupRefused } from './backup-refused.ts';
import type { TableEntry } from './manifest.ts';

export type Tally = { readonly bytes: number; readonly sha256: string };
type OnBytes = (bytes: number) => void;

/** Compresses rows into the file of their table. */
export async function writeTableFile(
  folder: string,
  table: string,
  rows: Readable,
  onBytes: OnBytes,
): Promise<Tally> {
  const { pass, tally } = tallying(onBytes);
  const file = createWriteStream(pathOf(folder, table), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(rows, pass, createGzip({ level: 3 }), file);
  return tally();
}

/** Gives the rows of a table's file to `into`; throws `BackupRefused` where they are not those that were written. */
export async function readTableFile(
  folder: string,
  { name, bytes, sha256 }: TableEntry,
  into: Writable,
  onBytes: OnBytes,
): Promise<void> {
  const { pass, tally } = tallying(onBytes);
  try {
    await pipeline(createReadStream(pathOf(folder, name)), createGunzip(), pass, into);
  } catch (error) {
    const { code } = error as { code?: unknown };
    const isOurs = typeof code === 'string' && (code === 'ENOENT' || code.startsWith('Z_'));
    throw isOurs ? new BackupRefused('damaged', name) : error;
  }
  const found = tally();
  if (found.bytes !== bytes || found.sha256 !== sha256) throw new BackupRefused('damaged', name);
}

/** Length and SHA-256 of rows that go nowhere. */
export async function tallyOf(rows: Readable, onBytes: OnBytes): Promise<Tally> {
  const { pass, tally } = tallying(onBytes);
  await pipeline(rows, pass, nowhere());
  return tally();
}

/** Takes rows and forgets them. */
export function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, taken) => taken() });
}

function tallying(onBytes: OnBytes) {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes(chunk.length);
      yield chunk;
    }
  }
  return { pass, tally: (): Tally => ({ bytes, sha256: hash.digest('hex') }) };
}

function pathOf(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.copy.gz`);
}
