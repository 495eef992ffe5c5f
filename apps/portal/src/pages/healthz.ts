import type { APIRoute } from 'astro';

/** The process answers. */
export const GET: APIRoute = () => new Response('ok', { headers: { 'cache-control': 'no-store' } });
