import type { APIRoute } from 'astro';
import { serveCasePaper } from '../../paper/serve-own-papers.ts';

export const GET: APIRoute = (context) => serveCasePaper(context);
