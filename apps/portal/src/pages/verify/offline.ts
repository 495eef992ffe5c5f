import type { APIRoute } from 'astro';
import { publicApi } from '../../api.ts';
import { today } from '../../house.ts';
import { offlinePage } from '../../verify/offline-page.ts';
import { publishedKeys } from '../../verify/published-keys.ts';

/** The page that checks receipts without network, as a file to keep. */
export const GET: APIRoute = async ({ locals }) => {
  const keys = publishedKeys(await publicApi(locals).listReceiptKeys());
  return new Response(offlinePage(keys, today()), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="verify-receipt.html"',
      'cache-control': 'no-store',
    },
  });
};
