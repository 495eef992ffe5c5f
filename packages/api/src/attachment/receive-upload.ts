import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import type { FileLimits } from './file-limits.ts';
import { FileNotTaken, megabytes } from './file-refusal.ts';

/** A posted form with files, not yet read. */
export type Upload = {
  readonly body: AsyncIterable<Uint8Array> | null;
  readonly contentType: string;
  /** As the sender said; null where it did not. */
  readonly contentLength: number | null;
};

/** A file on this machine that nobody has looked at yet. */
export type IncomingFile = {
  readonly path: string;
  readonly claimedName: string;
  readonly bytes: number;
  readonly sha256: string;
  /** It was longer than allowed; the rest was thrown away. */
  readonly isTooLarge: boolean;
};

export type ReceivedUpload = {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly IncomingFile[];
  /** Removes the files from this machine. Always to be called. */
  discard(): Promise<void>;
};

const FIELDS = 20;
const FIELD_BYTES = 20_000;

/**
 * Writes the files of a posted form to this machine as they come, so that memory does not grow with them. A post that says
 * it is too large is refused before it is read, one that becomes too large or breaks off leaves nothing.
 */
export async function receiveUpload(
  house: House,
  upload: Upload,
  limits: FileLimits,
): Promise<Result<ReceivedUpload>> {
  const most = { most: megabytes(limits.postBytes) };
  if ((upload.contentLength ?? 0) > limits.postBytes) return refusal('upload_too_large', most);
  if (upload.body === null || !/^multipart\/form-data\s*;/i.test(upload.contentType))
    return refusal('upload_malformed');
  const folder = await house.files.incoming();
  const fields: Record<string, string> = {};
  const writing: Promise<IncomingFile>[] = [];
  const paths: string[] = [];
  const parts: BusboyFileStream[] = [];
  const unwritable = new AbortController();
  const discard = async () => {
    // The parser leaves a file open whose form broke off.
    for (const part of parts) part.destroy();
    await Promise.allSettled(writing);
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  };
  try {
    const form = openForm(upload.contentType, limits);
    form.on('field', (name, value) => {
      fields[name] = value;
    });
    form.on('file', (_, stream, claimedName) => {
      const path = join(folder, house.newId());
      paths.push(path);
      parts.push(stream);
      const written = write(stream, path, claimedName ?? '');
      // Where the post breaks off the form says so first. Where the disk is full the form would wait for ever for its file.
      written.catch((error: unknown) => {
        if (!isOfTheSender(error)) unwritable.abort(error);
      });
      writing.push(written);
    });
    let isOver = false;
    form.on('filesLimit', () => (isOver = true));
    await pipeline(Readable.from(upload.body), counting(limits.postBytes), form, {
      signal: unwritable.signal,
    });
    const files = (await Promise.all(writing)).filter(
      ({ bytes, claimedName }) => bytes > 0 || claimedName !== '',
    );
    if (isOver) {
      await discard();
      return refusal('too_many_files', { most: limits.filesPerPost });
    }
    return done({ fields, files, discard });
  } catch (error) {
    await discard();
    if (unwritable.signal.aborted) throw unwritable.signal.reason;
    if (error instanceof FileNotTaken) return refusal(error.code, most);
    if (error instanceof MalformedForm) return refusal('upload_malformed');
    if (isOfTheSender(error)) return refusal('upload_cut_off');
    throw error;
  }
}

function openForm(contentType: string, { fileBytes, filesPerPost }: FileLimits): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fileSize: fileBytes,
        // An empty choice of a file is sent as one without name and bytes.
        files: filesPerPost + 1,
        fields: FIELDS,
        fieldSize: FIELD_BYTES,
        fieldNameSize: 100,
        parts: FIELDS + filesPerPost + 1,
        headerPairs: 20,
      },
      isPartAFile: (_, __, fileName) => fileName !== undefined,
    });
  } catch (error) {
    throw new MalformedForm('no boundary', { cause: error });
  }
}

class MalformedForm extends Error {}

async function write(stream: BusboyFileStream, path: string, claimedName: string): Promise<IncomingFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const hashing = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      bytes += chunk.length;
      next(null, chunk);
    },
  });
  await pipeline(stream, hashing, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return { path, claimedName, bytes, sha256: hash.digest('hex'), isTooLarge: stream.truncated };
}

function counting(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      bytes += chunk.length;
      next(bytes > most ? new FileNotTaken('upload_too_large') : null, chunk);
    },
  });
}

const OF_THE_MACHINE: ReadonlySet<string> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM'],
  ...['ENOENT', 'ENOTDIR', 'EMFILE', 'ENFILE', 'EIO'],
]);

/** The connection broke: whatever is not a fault of this machine, such as a disk that is full. */
function isOfTheSender(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return !OF_THE_MACHINE.has(code);
}
