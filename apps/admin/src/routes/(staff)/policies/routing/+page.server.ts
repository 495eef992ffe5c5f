import {
  beginRoutingDraft,
  publishRouting,
  raiseRoutingRule,
  readRouting,
  removeRoutingRule,
  savePriorities,
  saveRoutingRule,
  tryOutRouting,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.routing_title(),
  routing: valueOf(await readRouting(event.locals.house, actorOf(event))),
  chosen: event.url.searchParams.get('rule') ?? '',
  today: new Date(event.locals.house.now()).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }),
});

const PAGE = '/policies/routing';

function sends<Value>(useCase: UseCase<Value>, then = PAGE) {
  return (event: RequestEvent) => submitForm(event, useCase, { then, flash: 'saved' });
}

export const actions: Actions = {
  begin: sends(beginRoutingDraft),
  save_rule: sends(saveRoutingRule),
  remove_rule: sends(removeRoutingRule),
  raise_rule: sends(raiseRoutingRule),
  save_priorities: sends(savePriorities),
  try_out: sends(tryOutRouting, `${PAGE}#try-out`),
  publish: sends(publishRouting),
};
