import type { Result } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' };

/** A paper as a file to keep; where too many are being made, a sentence to come back to. */
export function pdfResponse(made: Result<Uint8Array>, name: string): Response {
  if (!made.ok) return new Response(m.refusal_papers_busy(), { status: 503, headers: TEXT });
  return new Response(Buffer.from(made.value), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
