/** The largest form without files: 5,000 characters of three bytes each, percent-encoded, and everything around them. */
export const FORM_BYTES = 256 * 1024;

/** Pages that read files as a stream, with limits of their own. */
const UPLOAD_PATHS: readonly string[] = ['/track/files', '/complaints/new/files'];

/** Whether a request says that it brings more than any form of its page needs; then nothing of it is read. */
export function isTooLarge(request: Request): boolean {
  const path = new URL(request.url).pathname.replace(/\/$/, '');
  return Number(request.headers.get('content-length') ?? 0) > FORM_BYTES && !UPLOAD_PATHS.includes(path);
}
