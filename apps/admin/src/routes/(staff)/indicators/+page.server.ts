import { confirmResults, freezeIndicators, listIndicators, publishIndicators } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const ASKED = ['year', 'departmentId', 'category', 'light'] as const;

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const asked = Object.fromEntries(ASKED.map((name) => [name, event.url.searchParams.get(name) ?? '']));
  const found = await listIndicators(house, actorOf(event), asked);
  // An address that was tampered with shows everything.
  const isOdd = !found.ok && found.kind === 'bad_input';
  const list = valueOf(isOdd ? await listIndicators(house, actorOf(event), {}) : found);
  return { title: m.indicator_title(), list, asked: isOdd ? {} : asked };
};

export const actions = {
  confirm: (event) => submitForm(event, confirmResults, { then: '/indicators', flash: 'results_confirmed' }),
  publish: (event) =>
    submitForm(event, publishIndicators, {
      then: ({ year }) => `/indicators?year=${year}`,
      flash: 'indicators_published',
    }),
  freeze: (event) =>
    submitForm(event, freezeIndicators, { then: ({ year }) => `/indicators?year=${year}`, flash: 'saved' }),
} satisfies Actions;
