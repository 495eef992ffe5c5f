import {
  ITEM_ACTIONS,
  listCards,
  mayProposeCard,
  offerPrecedents,
  proposeCard,
  readItem,
  readItemChoices,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { FormAnswer } from '#lib/form-answer.ts';
import { typedValues } from '#lib/server/form-input.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';
import { USE_CASES } from './item-actions.ts';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const asked = { itemId: event.params.id };
  const item = valueOf(await readItem(house, actor, asked));
  const choices = valueOf(await readItemChoices(house, actor, asked));
  const cards = valueOf(await listCards(house, actor, { ...asked, status: 'any' })).lines;
  const title = m.supervision_item_title({ number: item.number });
  const rules = item.actions.some(({ action, refusal }) => action === 'rule_on_return' && refusal === null);
  const precedents = rules ? await offerPrecedents(house, actor, item.id) : [];
  const mayCard = mayProposeCard(actor) && item.status !== 'struck_off';
  return { title, item, choices, cards, precedents, mayCard, ownId: actor.staffId };
};

const forms = Object.fromEntries(
  ITEM_ACTIONS.map((action): [string, Actions[string]] => [
    action,
    (event) =>
      submitForm(event, USE_CASES[action], {
        then: `/supervision/${event.params.id}`,
        flash: 'saved',
        extra: { itemId: event.params.id },
      }),
  ]),
);

export const actions: Actions = {
  ...forms,
  propose_card: (event) =>
    submitForm(event, proposeCard, {
      then: `/supervision/${event.params.id}`,
      flash: 'card_proposed',
      extra: { itemId: event.params.id },
    }),
  /** Without JavaScript: the same form with one more measure to fill in. */
  add_measure: async ({ request, url }) => {
    const values = typedValues(await request.formData());
    const rows = Number(values['rows'] ?? 1) + 1;
    const action = url.searchParams.get('for') === 'designate' ? 'designate' : 'assign';
    return {
      action,
      values: { ...values, rows: String(rows) },
      fields: {},
      refusal: null,
    } satisfies FormAnswer;
  },
};
