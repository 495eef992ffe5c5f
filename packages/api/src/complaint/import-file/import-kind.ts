import type { FileLimits } from '../../attachment/file-limits.ts';
import { inspectFile } from '../../attachment/inspect/inspect-file.ts';
import { FileFault } from '../import/file-fault.ts';
import type { ImportKind } from './import-records.ts';

/** A workbook unpacked; it is read as a whole. */
const UNPACKED_BYTES = 60_000_000;

const ZIP = Buffer.from('PK');
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Whether a file is a workbook or text, by what is in it. Throws `FileFault` for another kind of packed file. */
export async function importKind(path: string, bytes: Buffer, limits: FileLimits): Promise<ImportKind> {
  const isPacked = [ZIP, OLD_OFFICE].some((mark) => bytes.subarray(0, mark.length).equals(mark));
  if (!isPacked) return 'csv';
  const unpackedBytes = Math.min(limits.unpackedBytes, UNPACKED_BYTES);
  const { ending } = await inspectFile(path, { ...limits, unpackedBytes });
  if (ending !== 'xlsx') throw new FileFault('file_no_workbook');
  return 'xlsx';
}
