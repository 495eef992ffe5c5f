import { makePaper } from '@bihuan/api';
import { publicApi } from '../api.ts';
import { pdfResponse } from './pdf-response.ts';
import { receiptPaper } from './receipt-paper.ts';

const SIZES = { 'a4.pdf': 'a4', '80mm.pdf': 'narrow' } as const;

/** The signed receipt of a case as PDF; the page "not found" for everybody who does not hold the case. */
export async function answerReceipt(
  locals: App.Locals,
  complaintId: string,
  name: string,
  rewrite: (to: string) => Promise<Response>,
): Promise<Response> {
  const size = Object.entries(SIZES).find(([file]) => file === name)?.[1];
  const api = publicApi(locals, complaintId);
  const receipt = size === undefined || complaintId === '' ? null : await api.readReceipt({ complaintId });
  if (size === undefined || !receipt?.ok) return rewrite('/404');
  const paper = receiptPaper(receipt.value, await api.readDeadlines(), size);
  return pdfResponse(await makePaper(paper), `${receipt.value.trackingNumber}-receipt.pdf`);
}
