const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something: it reads only, or the browser says that it comes from a page of this app. What no
 * browser sent (neither Origin nor Sec-Fetch-Site) has no cookie of a person to misuse, but is refused all the same.
 */
export function isOwnOrigin(request: Request, adminUrl: URL): boolean {
  if (READING.includes(request.method)) return true;
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin';
  if (origin === adminUrl.origin) return true;
  const host = request.headers.get('host');
  return URL.canParse(origin) && host !== null && new URL(origin).host === host;
}
