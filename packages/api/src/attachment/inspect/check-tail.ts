import { open } from 'node:fs/promises';
import { FileNotTaken } from '../file-refusal.ts';

/** Longest comment of a zip archive and the record before it. */
const TAIL = 65_535 + 22;
const END_OF_ARCHIVE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * Refuses a file that is an archive as well (a jar behind a PDF, say), and a PDF that was cut off. Formats other than
 * archives are read from their beginning, archives from their end, so that one file can be both.
 */
export async function checkTail(path: string, kind: 'pdf' | 'audio'): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const at = buffer.lastIndexOf(END_OF_ARCHIVE);
    const isArchive = at !== -1 && at + 22 <= length && at + 22 + buffer.readUInt16LE(at + 20) <= length;
    if (isArchive) throw new FileNotTaken('file_type_not_taken');
    if (kind === 'pdf' && buffer.subarray(-2048).lastIndexOf('%%EOF') === -1)
      throw new FileNotTaken('file_broken');
  } finally {
    await file.close();
  }
}
