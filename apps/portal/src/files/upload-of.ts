import type { Upload } from '@bihuan/api';

/** A posted form with files, for the use case that reads it. */
export function uploadOf({ body, headers }: Request): Upload {
  const length = headers.get('content-length');
  return {
    body,
    contentType: headers.get('content-type') ?? '',
    contentLength: length === null ? null : Number(length),
  };
}
