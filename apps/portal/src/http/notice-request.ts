import { REQUEST_ID } from './request-id.ts';

const KEPT = ['cookie', 'accept-encoding', REQUEST_ID] as const;

/**
 * Asks for one of the notice pages in place of a request whose body is already read, or must not be; for the same visitor
 * and under the same request id.
 */
export function noticeRequest(path: '/403' | '/404' | '/413' | '/500', { url, headers }: Request): Request {
  const kept = KEPT.map((name) => [name, headers.get(name) ?? ''] as const);
  return new Request(new URL(path, url), { headers: Object.fromEntries(kept) });
}
