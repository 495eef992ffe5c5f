import { TextDecoder } from 'node:util';
import { FileFault } from './file-fault.ts';

export const ENCODINGS = ['utf-8', 'gbk'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * UTF-8 where the beginning of the file is strictly that, else GBK. Throws `FileFault` for a file that is no text of one
 * byte order: UTF-16 and binary files hold NUL bytes.
 */
export function detectEncoding(beginning: Uint8Array): Encoding {
  const isUtf16 =
    (beginning[0] === 0xff && beginning[1] === 0xfe) || (beginning[0] === 0xfe && beginning[1] === 0xff);
  if (isUtf16 || isBinary(beginning)) throw new FileFault('file_not_text');
  try {
    // The beginning may end inside a character, which `stream` allows.
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true });
    return 'utf-8';
  } catch {
    return 'gbk';
  }
}

/** One NUL may be a slip of the typing hand and is reported with its line; a file full of them is no text. */
function isBinary(bytes: Uint8Array): boolean {
  let nuls = 0;
  for (const byte of bytes) if (byte === 0) nuls += 1;
  return nuls > bytes.length / 50;
}
