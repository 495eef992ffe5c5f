import { dropLastPlace, proposeLastPlace, signLastPlace, simulateLastPlace } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { weighed } from '#lib/server/refused.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = event.url.searchParams.get('period') ?? undefined;
  const trial = await simulateLastPlace(event.locals.house, actorOf(event), { period });
  if (!trial.ok && trial.kind === 'bad_input') redirect(303, event.url.pathname);
  const { places, ...rest } = valueOf(trial);
  const shown = places.map((place) => ({ ...place, steps: place.steps.map(weighed) }));
  return { title: m.score_last_title(), trial: { ...rest, places: shown } };
};

const thither = ({ period }: { readonly period: string }) => `/appraisal/last-place?period=${period}`;

export const actions = {
  propose_last_place: (event) =>
    submitForm(event, proposeLastPlace, { then: thither, flash: 'last_place_proposed' }),
  sign_last_place: (event) => submitForm(event, signLastPlace, { then: thither, flash: 'last_place_signed' }),
  drop_last_place: (event) => submitForm(event, dropLastPlace, { then: thither, flash: 'saved' }),
} satisfies Actions;
