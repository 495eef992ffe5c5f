import type { APIRoute } from 'astro';
import { serveOwnData } from '../../paper/serve-own-papers.ts';

export const GET: APIRoute = (context) => serveOwnData(context, 'json');
