import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { clamdScanner } from './clamd-scanner.ts';
import type { FileSettings } from './file-settings.ts';
import type { Scanner } from './scanner.ts';

/** Where sealed bytes lie, by key. */
export type FileStore = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Puts other bytes in the place of what is there. Whoever reads, and whatever breaks off, finds the old ones or the new ones whole. */
  replace(key: string, bytes: Uint8Array): Promise<void>;
  has(key: string): Promise<boolean>;
  /** Throws where there is nothing under the key. */
  get(key: string): Promise<Uint8Array>;
  /** Harmless where there is nothing. */
  remove(key: string): Promise<void>;
  /** The keys of everything there is. */
  keys(): AsyncIterable<string>;
  /** A folder of this machine for what is arriving; made where it is missing. */
  incoming(): Promise<string>;
  /** Null where none is configured. */
  readonly scanner: Scanner | null;
};

const KEPT = 'kept';

/** A store of files in a folder, or in an S3 bucket. Nothing is opened before the first use. */
export function openFileStore(settings: FileSettings): FileStore {
  let disk: Promise<Disk> | undefined;
  const open = () => (disk ??= openDisk(settings));
  return {
    put: async (key, bytes) => (await open()).put(key, bytes),
    replace: async (key, bytes) =>
      settings.s3 === undefined
        ? replaceInFolder(settings.folder, key, bytes)
        : (await open()).put(key, bytes),
    has: async (key) => (await open()).exists(key),
    get: async (key) => (await open()).getBytes(key),
    remove: async (key) => (await open()).delete(key),
    async *keys() {
      yield* keysUnder(await open());
    },
    incoming: () => incomingFolder(settings.folder),
    scanner: settings.clamd === undefined ? null : clamdScanner(settings.clamd),
  };
}

async function incomingFolder(folder: string): Promise<string> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return incoming;
}

/** Beside the place first, then into it in one step; what is left over after a crash goes with other leavings there. */
async function replaceInFolder(folder: string, key: string, bytes: Uint8Array): Promise<void> {
  const beside = join(await incomingFolder(folder), randomUUID());
  try {
    await writeFile(beside, bytes, { mode: 0o600, flush: true });
    await rename(beside, join(folder, KEPT, ...key.split('/')));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function openDisk({ folder, s3 }: FileSettings): Promise<Disk> {
  if (s3 === undefined) {
    const location = join(folder, KEPT);
    await mkdir(location, { recursive: true, mode: 0o700 });
    return new Disk(new FSDriver({ location, visibility: 'private' }));
  }
  // A large library that most installations have no use for.
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new Disk(
    new S3Driver({
      bucket: s3.bucket,
      visibility: 'private',
      supportsACL: false,
      region: s3.region,
      credentials: { accessKeyId: s3.key, secretAccessKey: s3.secret },
      ...(s3.endpoint === undefined ? {} : { endpoint: s3.endpoint, forcePathStyle: true }),
    }),
  );
}

/** One folder after the other, so that a large store is not held in memory. */
async function* keysUnder(disk: Disk, folder?: string): AsyncGenerator<string> {
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll(folder, paginationToken === undefined ? {} : { paginationToken });
    for (const entry of page.objects)
      if (entry.isFile) yield entry.key;
      else yield* keysUnder(disk, entry.prefix);
    ({ paginationToken } = page);
  } while (paginationToken !== undefined);
}
