import type { ServedFile } from '@bihuan/api';

/**
 * Hands a file out so that no browser runs anything of it: its own type and no guessing, no scripts, no frames, shown only
 * where we drew it anew, and never kept by a cache.
 */
export function serveFile({ bytes, type, name, isInline }: ServedFile): Response {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}
