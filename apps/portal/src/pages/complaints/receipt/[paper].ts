import type { APIRoute } from 'astro';
import { readPass } from '../../../http/sealed-pass.ts';
import { answerReceipt } from '../../../paper/answer-receipt.ts';

/** `a4.pdf` and `80mm.pdf` of the receipt just shown. */
export const GET: APIRoute = ({ cookies, locals, params, rewrite }) =>
  answerReceipt(locals, readPass(cookies, 'paper')?.complaintId ?? '', params['paper'] ?? '', rewrite);
