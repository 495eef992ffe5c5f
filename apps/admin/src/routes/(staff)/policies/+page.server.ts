import { beginPolicy, readPolicies } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { policyWords } from '#lib/server/policy/policy-words.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { lines, asked, mayChange } = valueOf(await readPolicies(event.locals.house, actorOf(event)));
  return {
    title: m.policy_title(),
    lines: lines.map((line) => ({
      ...line,
      name: policyWords(`kind_${line.kind}`),
      about: policyWords(`kind_${line.kind}_about`),
    })),
    asked: asked.map((one) => ({
      ...one,
      policyName: one.policy === null ? '' : policyWords(`kind_${one.policy.kind}`),
    })),
    mayChange,
  };
};

export const actions: Actions = {
  begin: (event) =>
    submitForm(event, beginPolicy, { then: ({ kind }) => `/policies/${kind}`, flash: 'policy_begun' }),
};
