import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

/**
 * The style sheets of the build, compressed once when the server starts; the adapter serves files only as they are. Returns
 * a function that answers a request for one of them and tells whether it did.
 */
export async function serveStyles(
  folder: string,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css'));
  const bodies = await Promise.all(names.map(async (name) => compress(await readFile(join(folder, name)))));
  const styles = new Map(names.map((name, index) => [`/_astro/${name}`, bodies[index]]));
  return (request, response) => {
    const style = styles.get(request.url ?? '');
    const isWanted =
      request.method === 'GET' && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (style === undefined || !isWanted) return false;
    response.writeHead(200, {
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'br',
      'content-length': style.byteLength,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    response.end(style);
    return true;
  };
}
