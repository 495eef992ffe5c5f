import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { sha256Of } from '../../attachment/keep-file.ts';
import type { FileStore } from '../../attachment/store/file-store.ts';
import { BackupRefused } from './backup-refused.ts';
import type { BackupContent } from './manifest.ts';

const LIST = 'files.jsonl';
const KEY = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/;

const lineSchema = z.object({ key: z.string().regex(KEY), bytes: z.int(), sha256: z.string() });

type StoredFiles = NonNullable<BackupContent['files']>;

/** Copies everything in the store as it lies there, sealed, with a list of it. `onFile` hears each. */
export async function writeStoredFiles(
  folder: string,
  store: FileStore,
  onFile: (key: string) => void,
): Promise<StoredFiles> {
  const list = createWriteStream(join(folder, LIST), { flags: 'wx', mode: 0o600, flush: true });
  const hash = createHash('sha256');
  let [count, bytes] = [0, 0];
  for await (const key of store.keys()) {
    const content = await store.get(key).catch(() => null);
    // Taken away since it was listed; what the tables still say of it is older.
    if (content === null) continue;
    const path = join(folder, 'files', key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, content, { mode: 0o600 });
    const line = `${JSON.stringify({ key, bytes: content.length, sha256: sha256Of(content) })}\n`;
    hash.update(line);
    if (!list.write(line)) await once(list, 'drain');
    count += 1;
    bytes += content.length;
    onFile(key);
  }
  list.end();
  await finished(list);
  return { count, bytes, sha256: hash.digest('hex') };
}

/**
 * Reads every file of a backup and gives it to `take`; throws `BackupRefused` where one is missing or not what was
 * written.
 */
export async function readStoredFiles(
  folder: string,
  expected: StoredFiles,
  take: (key: string, content: Buffer) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  const lines = createInterface({ input: createReadStream(join(folder, LIST)), crlfDelay: Infinity });
  let count = 0;
  try {
    for await (const line of lines) {
      hash.update(`${line}\n`);
      const { key, bytes, sha256 } = lineSchema.parse(JSON.parse(line));
      const content = await readFile(join(folder, 'files', key)).catch(() => null);
      if (content === null || content.length !== bytes || sha256Of(content) !== sha256)
        throw new BackupRefused('damaged', `files/${key}`);
      await take(key, content);
      count += 1;
    }
  } catch (error) {
    const isList =
      error instanceof z.ZodError ||
      error instanceof SyntaxError ||
      (error as { code?: unknown }).code === 'ENOENT';
    throw isList ? new BackupRefused('damaged', LIST) : error;
  }
  if (count !== expected.count || hash.digest('hex') !== expected.sha256)
    throw new BackupRefused('damaged', LIST);
}
