/**
 * Whether a request that changes something was sent by a page of this portal: its Origin is the public address, or the
 * host it was sent to. Browsers set Origin on every form post and let no page forge it.
 */
export function isSameOrigin(request: Request, portalUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return origin === new URL(portalUrl).origin || host === request.headers.get('host');
}
