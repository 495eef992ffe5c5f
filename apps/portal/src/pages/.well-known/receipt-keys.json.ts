import type { APIRoute } from 'astro';
import { publicApi } from '../../api.ts';
import { publishedKeys } from '../../verify/published-keys.ts';

/** The public keys that receipts are checked with, old ones included. */
export const GET: APIRoute = async ({ locals }) =>
  Response.json(publishedKeys(await publicApi(locals).listReceiptKeys()), {
    headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
  });
