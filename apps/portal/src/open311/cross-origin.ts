/** Headers that let pages of these origins read the interface; none of any other, and none at all unless the operator says so. */
export function crossOriginHeaders(request: Request, origins: readonly string[]): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !origins.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, x-query-code',
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-expose-headers': 'link, retry-after',
    'access-control-max-age': '600',
    'cross-origin-resource-policy': 'cross-origin',
  };
}
