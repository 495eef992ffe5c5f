import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import sirv from 'sirv';

const compress = promisify(brotliCompress);

/** What carries its hash in its name never changes. */
const FOREVER = 'public, max-age=31536000, immutable';

export type ServeFile = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/**
 * Answers requests for the files of a build, and hands all others on. Which files there are is read once, so that no request
 * looks at the disk for one; style sheets are compressed once as well.
 */
export async function serveFiles(folder: string): Promise<ServeFile> {
  const styles = await compressedStyles(folder);
  const serve = sirv(folder, {
    setHeaders: (response, path) => {
      if (path.startsWith('/_astro/')) response.setHeader('cache-control', FOREVER);
    },
  });
  return (request, response, otherwise) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      otherwise();
      return;
    }
    const style = styles.get(request.url ?? '');
    if (style === undefined || !/\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')))
      serve(request, response, otherwise);
    else sendStyle(style, response);
  };
}

async function compressedStyles(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(join(folder, '_astro'))).filter((name) => name.endsWith('.css'));
  return new Map(
    await Promise.all(
      names.map(
        async (name) =>
          [`/_astro/${name}`, await compress(await readFile(join(folder, '_astro', name)))] as const,
      ),
    ),
  );
}

function sendStyle(style: Buffer, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'br',
    'content-length': style.byteLength,
    'cache-control': FOREVER,
    vary: 'accept-encoding',
  });
  response.end(style);
}
