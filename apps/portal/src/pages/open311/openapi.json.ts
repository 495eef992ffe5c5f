import type { APIRoute } from 'astro';
import { env } from '../../house.ts';
import { contract } from '../../open311/contract.ts';

/** The contract of the interface. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(contract(env.PORTAL_URL)), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=600' },
  });
