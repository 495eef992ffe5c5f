import {
  closeJury,
  confirmResults,
  enterResult,
  giveJuryScore,
  openItemOfIndicator,
  readIndicator,
  retireIndicator,
  sendBackResult,
  withdrawIndicatorDraft,
} from '@bihuan/api';
import type { FlashCode } from '#lib/server/flash-sentence.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { indicatorId: event.params.id };
  const indicator = valueOf(await readIndicator(event.locals.house, actorOf(event), asked));
  return { title: indicator.definition.name, indicator };
};

const send =
  (useCase: UseCase<unknown>, flash: FlashCode = 'saved') =>
  (event: RequestEvent) =>
    submitForm(event, useCase, {
      then: `/indicators/${event.params.id}`,
      flash,
      extra: { indicatorId: event.params.id },
    });

export const actions = {
  enter_result: send(enterResult, 'result_entered'),
  confirm: send(confirmResults, 'results_confirmed'),
  send_back_result: send(sendBackResult),
  give_jury_score: send(giveJuryScore),
  close_jury: send(closeJury, 'result_entered'),
  retire: send(retireIndicator),
  withdraw_draft: send(withdrawIndicatorDraft),
  open_item: (event) =>
    submitForm(event, openItemOfIndicator, {
      then: ({ itemId }) => `/supervision/${itemId}`,
      flash: 'item_opened',
      extra: { indicatorId: event.params.id },
    }),
} satisfies Actions;
