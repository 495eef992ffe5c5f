import { proposeAdjustment, readAdjustments, settleAdjustment } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = event.url.searchParams.get('period') ?? undefined;
  const adjustmentId = event.url.searchParams.get('adjustment') ?? undefined;
  const read = await readAdjustments(event.locals.house, actorOf(event), { period, adjustmentId });
  if (!read.ok && read.kind === 'bad_input') redirect(303, event.url.pathname);
  return { title: m.score_hand_title(), list: valueOf(read) };
};

const thither = ({ period }: { readonly period: string }) => `/appraisal/adjustments?period=${period}`;

export const actions: Actions = {
  propose: (event) => submitForm(event, proposeAdjustment, { then: thither, flash: 'adjustment_proposed' }),
  settle: (event) => submitForm(event, settleAdjustment, { then: thither, flash: 'adjustment_settled' }),
};
