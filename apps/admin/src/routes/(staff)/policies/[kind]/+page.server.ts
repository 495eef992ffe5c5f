import {
  beginPolicy,
  dropPolicy,
  readPolicy,
  readPolicyTryOut,
  savePolicy,
  sendPolicyBack,
  signPolicy,
  submitPolicy,
  tryOutPolicy,
} from '@bihuan/api';
import { fieldsOf } from '@bihuan/api/domain';
import { policyDiff } from '#lib/server/policy/policy-diff.ts';
import { policySections } from '#lib/server/policy/policy-sections.ts';
import { keyOfField, policyWords } from '#lib/server/policy/policy-words.ts';
import { actorOf, submitForm, valueOf, type Afterwards, type UseCase } from '#lib/server/run-use-case.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { kind } = event.params;
  const { searchParams } = event.url;
  const asked = { kind, from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
  const page = valueOf(await readPolicy(event.locals.house, actorOf(event), asked));
  const tried = valueOf(
    await readPolicyTryOut(event.locals.house, actorOf(event), {
      kind,
      period: searchParams.get('period') ?? '',
      departmentId: searchParams.get('department') ?? '',
      after: searchParams.get('after') ?? 0,
    }),
  );
  const { descriptor, names, draft, comparison } = page;
  return {
    title: policyWords(`kind_${kind}`),
    about: policyWords(`kind_${kind}_about`),
    page,
    tried,
    terms: Object.fromEntries(
      fieldsOf(descriptor).map(({ name }) => [name, policyWords(keyOfField(kind, name))]),
    ),
    inForce: policySections(descriptor, page.inForce, names),
    draft: draft === null ? null : policySections(descriptor, draft.policy, names),
    changes: policyDiff(kind, page.changes, names),
    comparison:
      comparison === null ? null : { ...comparison, changes: policyDiff(kind, comparison.changes, names) },
  };
};

function sends<Value>(useCase: UseCase<Value>, flash: Afterwards<Value>['flash'], place = '') {
  return (event: RequestEvent) => {
    const kind = event.params['kind'] ?? '';
    const then = `/policies/${kind}${place}`;
    return submitForm(event, useCase, { then, ...(flash && { flash }), extra: { kind } });
  };
}

export const actions: Actions = {
  begin: sends(beginPolicy, 'policy_begun'),
  save: sends(savePolicy, 'policy_saved', '#changes'),
  drop: sends(dropPolicy, 'policy_dropped'),
  submit: (event) =>
    submitForm(event, submitPolicy, {
      then: ({ isPublished }) => `/policies/${event.params.kind}${isPublished ? '' : '#sign'}`,
      flash: 'policy_signed',
      extra: { kind: event.params.kind },
    }),
  try_out: sends(tryOutPolicy, 'policy_try_out', '#try-out'),
  sign: sends(signPolicy, 'policy_published'),
  send_back: sends(sendPolicyBack, 'policy_sent_back'),
};
