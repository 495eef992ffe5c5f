const FORM_BYTES = 512 * 1024;

/** Actions that read files as a stream, with limits of their own. */
const UPLOADS: readonly RegExp[] = [
  /^\/complaints\/[^/]+\?\/attach$/,
  /^\/supervision\/[^/]+\?\/attach&of=[a-z]+&ref=[\w-]+$/,
  /^\/import\?\/bring$/,
];

/** Whether an address takes files as a stream. */
export function isUpload({ pathname, search }: URL): boolean {
  return UPLOADS.some((path) => path.test(pathname + search));
}

/** Whether a request brings more than any form without files needs, or will not say how much; nothing of it is read then. */
export function isTooLarge({ method, headers }: Request, url: URL): boolean {
  if (method === 'GET' || method === 'HEAD' || isUpload(url)) return false;
  return headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > FORM_BYTES;
}
