import {
  beginCallbackDraft,
  dropCallbackDraft,
  previewCallbacks,
  publishCallbacks,
  readCallbackRules,
  saveCallbackDraft,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const MONTHS = ['1', '3', '6', '12'];

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const rules = valueOf(await readCallbackRules(house, actor));
  const asked = event.url.searchParams.get('months') ?? '';
  const months = MONTHS.includes(asked) ? asked : null;
  const preview =
    rules.draft === null || months === null
      ? null
      : valueOf(await previewCallbacks(house, actor, { months }));
  return { title: m.sample_title(), rules, preview };
};

const PAGE = '/policies/callbacks';

function sends<Value>(useCase: UseCase<Value>) {
  return (event: RequestEvent) => submitForm(event, useCase, { then: PAGE, flash: 'saved' });
}

export const actions: Actions = {
  begin: sends(beginCallbackDraft),
  save: sends(saveCallbackDraft),
  drop: sends(dropCallbackDraft),
  publish: sends(publishCallbacks),
};
