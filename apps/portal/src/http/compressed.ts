import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

/** A page with its character set, kept out of caches unless it says otherwise, and compressed where the browser takes it. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  // A rewritten request has been through here already.
  if (response.headers.has('content-encoding')) return response;
  const { headers, status } = response;
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('vary', 'accept-encoding, cookie');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return response;
  const page = await zip(Buffer.from(await response.arrayBuffer()));
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(page.byteLength));
  return new Response(page, { status, headers });
}
