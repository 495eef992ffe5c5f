import {
  askRuleChange,
  finishRuleChange,
  listDepartments,
  readRecurrence,
  recordRootCause,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { RequestEvent } from '@sveltejs/kit';
import { policyWords } from '#lib/server/policy/policy-words.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const { policies, ...recurrence } = valueOf(await readRecurrence(house, actor, event.params));
  return {
    title: m.interface_recurring(),
    ...recurrence,
    policies: policies.map((one) => ({ ...one, name: policyWords(`kind_${one.kind}`) })),
    departments: valueOf(await listDepartments(house, actor)),
    mayWork: actor.roles.includes('triage_admin'),
  };
};

const send = (event: RequestEvent, useCase: UseCase<unknown>) =>
  submitForm(event, useCase, { then: event.url.pathname, flash: 'saved', extra: event.params });

export const actions: Actions = {
  rootCause: (event) => send(event, recordRootCause),
  ruleChange: (event) => send(event, askRuleChange),
  finish: (event) => send(event, finishRuleChange),
};
