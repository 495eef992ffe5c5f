import { makePaper } from '@bihuan/api';
import type { APIContext } from 'astro';
import { publicApi } from '../api.ts';
import { readPass } from '../http/sealed-pass.ts';
import { casePaper } from './case-paper.ts';
import { finalPaper } from './final-paper.ts';
import { ownDataPaper } from './own-data-paper.ts';
import { pdfResponse } from './pdf-response.ts';

type Context = Pick<APIContext, 'cookies' | 'locals' | 'redirect'>;

const EXPIRED = '/track?ended=expired';

/** The case and its answer as PDF, for the visitor whose pass opens it. */
export async function serveCasePaper({ cookies, locals, redirect }: Context): Promise<Response> {
  const complaintId = readPass(cookies, 'case')?.complaintId ?? '';
  const api = publicApi(locals, complaintId);
  const [tracked, receipt] =
    complaintId === ''
      ? []
      : await Promise.all([api.trackComplaint({ complaintId }), api.readReceipt({ complaintId })]);
  if (!tracked?.ok || !receipt?.ok) return redirect(EXPIRED, 303);
  const paper = casePaper(tracked.value, receipt.value);
  return pdfResponse(await makePaper(paper), `${tracked.value.trackingNumber}.pdf`);
}

/** The final answer with its dossier as PDF, signed. */
export async function serveFinalPaper({ cookies, locals, redirect }: Context): Promise<Response> {
  const complaintId = readPass(cookies, 'case')?.complaintId ?? '';
  const api = publicApi(locals, complaintId);
  const [tracked, final] =
    complaintId === ''
      ? []
      : await Promise.all([api.trackComplaint({ complaintId }), api.readFinal({ complaintId })]);
  if (!tracked?.ok || !final?.ok) return redirect(EXPIRED, 303);
  const paper = finalPaper(tracked.value, final.value);
  return pdfResponse(await makePaper(paper), `${tracked.value.trackingNumber}-final.pdf`);
}

/** Everything kept on the visitor whose pass opens the case: to be read, or for programs. */
export async function serveOwnData(
  { cookies, locals, redirect }: Context,
  kind: 'pdf' | 'json',
): Promise<Response> {
  const complaintId = readPass(cookies, 'case')?.complaintId ?? '';
  const data = complaintId === '' ? null : await publicApi(locals, complaintId).readOwnData({ complaintId });
  if (data === null || !data.ok) return redirect(EXPIRED, 303);
  const name = `${data.value.trackingNumber}-data.${kind}`;
  if (kind === 'pdf') return pdfResponse(await makePaper(ownDataPaper(data.value)), name);
  return new Response(`${JSON.stringify(data.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
