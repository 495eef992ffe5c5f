import {
  closeObjections,
  dropRestatement,
  freezeSheet,
  periodOfSheet,
  proposeRestatement,
  publishSheet,
  readPeriodSheet,
  ruleOnObjection,
  signRestatement,
  type ChangedSheet,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { periodText } from '#lib/appraisal/period-text.ts';
import type { FlashCode } from '#lib/server/flash-sentence.ts';
import { weighed } from '#lib/server/refused.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const { period } = event.params;
  // Notices know a sheet by its id.
  if (!/^\d{4}-Q[1-4]$/.test(period))
    redirect(307, `/appraisal/periods/${valueOf(await periodOfSheet(house, actor, { sheetId: period }))}`);
  const {
    snapshot,
    actions: steps,
    objections,
    ...view
  } = valueOf(await readPeriodSheet(house, actor, { period }));
  return {
    title: m.period_sheet_title_of({ period: periodText(period) }),
    view: {
      ...view,
      actions: steps.map(weighed),
      objections: objections.map(({ mayRule, ...one }) => ({ ...one, mayRule: mayRule && weighed(mayRule) })),
    },
    departments: snapshot.sheet.departments,
    portalUrl: house.portalUrl,
  };
};

const send =
  (useCase: UseCase<ChangedSheet>, flash: FlashCode = 'saved') =>
  (event: RequestEvent) =>
    submitForm(event, useCase, { then: `/appraisal/periods/${event.params.period}`, flash });

export const actions = {
  rule: send(ruleOnObjection, 'sheet_ruled'),
  close_objections: send(closeObjections),
  publish: send(publishSheet, 'sheet_published'),
  freeze: send(freezeSheet, 'sheet_frozen'),
  propose_restatement: send(proposeRestatement, 'sheet_proposed'),
  drop_restatement: send(dropRestatement),
  sign_restatement: send(signRestatement, 'sheet_restated'),
} satisfies Actions;
