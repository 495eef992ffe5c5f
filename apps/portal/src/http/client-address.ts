/**
 * The network address a request came from. Behind a trusted proxy it is the last one in X-Forwarded-For, which that proxy
 * wrote itself; the others are whatever the client claimed.
 */
export function clientAddress(request: Request, socketAddress: string, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers.get('x-forwarded-for') : null;
  return forwarded?.split(',').at(-1)?.trim() || socketAddress;
}
