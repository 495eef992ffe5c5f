import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileLimits } from '../file-limits.ts';
import { FileNotTaken } from '../file-refusal.ts';

/** Text packs to a fifth or so; a part of this size that packs better than this was made to. */
const SUSPICIOUS_BYTES = 5_000_000;
const MOST_RATIO = 150;
const MACROS = /(^|\/)(vbaProject|vbaData)[^/]*$|\.bin\.rels$|^Basic\//i;

/**
 * Unpacks an Office file part by part without keeping anything, and counts what really comes out, whatever its directory
 * says. Throws `FileNotTaken` for macros, too many parts, or too much behind too little.
 */
export async function checkOfficeFile(path: string, limits: FileLimits): Promise<void> {
  try {
    await check(await openPromise(path, { validateEntrySizes: true }), limits);
  } catch (error) {
    if (error instanceof FileNotTaken) throw error;
    throw new FileNotTaken('file_broken');
  }
}

async function check(zip: ZipFile, { zipEntries, unpackedBytes }: FileLimits): Promise<void> {
  try {
    if (zip.entryCount > zipEntries) throw new FileNotTaken('file_unpacks_too_large');
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      if (MACROS.test(entry.fileName)) throw new FileNotTaken('file_has_macros');
      if (entry.isEncrypted()) throw new FileNotTaken('file_broken');
      if (isBomb(entry)) throw new FileNotTaken('file_unpacks_too_large');
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > unpackedBytes) throw new FileNotTaken('file_unpacks_too_large');
      }
    }
  } finally {
    zip.close();
  }
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > SUSPICIOUS_BYTES && uncompressedSize / Math.max(1, compressedSize) > MOST_RATIO;
}
