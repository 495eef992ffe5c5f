import type { DeliveryLog } from '@bihuan/api';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { readForm } from '../http/read-form.ts';
import { givePass, readPass } from '../http/sealed-pass.ts';

/** What was sent about the case that the visitor's pass opens, or where to go instead. */
export type DeliveriesPage =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'log'; readonly log: DeliveryLog; readonly isDone: boolean };

export async function serveDeliveries({
  request,
  locals,
  cookies,
  url,
}: AstroGlobal): Promise<DeliveriesPage> {
  const pass = readPass(cookies, 'case');
  if (pass === null) return { kind: 'go', to: '/track?ended=expired' };
  givePass(cookies, 'case', pass);
  const { complaintId } = pass;
  const api = publicApi(locals, complaintId);
  if (request.method === 'POST') {
    const form = await readForm(request);
    const isOptedOut = form.ok && form.fields['choice'] !== 'all';
    if (form.ok) await api.chooseNotices({ complaintId, isOptedOut });
    return { kind: 'go', to: '/track/messages?done=1' };
  }
  const log = await api.readDeliveryLog({ complaintId });
  if (!log.ok) return { kind: 'go', to: '/track?ended=expired' };
  return { kind: 'log', log: log.value, isDone: url.searchParams.has('done') };
}
