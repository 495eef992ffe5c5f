import type { Upload } from '../receive-upload.ts';

export type SentFile = { readonly name: string; readonly bytes: Uint8Array; readonly type?: string };

const BOUNDARY = '----bihuan';

/** A posted form as a browser sends it. */
export function anUpload(files: readonly SentFile[], fields: Readonly<Record<string, string>> = {}): Upload {
  const body = formBody(files, fields);
  return { body: inPieces(body), contentType: FORM_TYPE, contentLength: body.length };
}

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

export function formBody(files: readonly SentFile[], fields: Readonly<Record<string, string>> = {}): Buffer {
  const typed = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  const sent = files.flatMap(({ name, bytes, type = 'application/octet-stream' }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...typed, ...sent, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** As it comes over a network. Breaks off after `most` bytes where that is given. */
export async function* inPieces(body: Uint8Array, most = Infinity): AsyncGenerator<Uint8Array> {
  const SIZE = 64 * 1024;
  for (let at = 0; at < body.length; at += SIZE) {
    if (at >= most) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    yield await Promise.resolve(body.subarray(at, at + SIZE));
  }
}
