import type { APIRoute } from 'astro';
import { serveFinalPaper } from '../../paper/serve-own-papers.ts';

export const GET: APIRoute = (context) => serveFinalPaper(context);
