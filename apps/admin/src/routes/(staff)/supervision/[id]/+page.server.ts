import {
  attachEvidence,
  CHOOSER_TYPES,
  ITEM_ACTIONS,
  listCards,
  mayProposeCard,
  offerPrecedents,
  proposeCard,
  readItem,
  readItemChoices,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import type { FormAnswer } from '#lib/form-answer.ts';
import { setFlash } from '#lib/server/flash-cookie.ts';
import { typedValues } from '#lib/server/form-input.ts';
import { itemActionRefused } from '#lib/server/item-action-refused.ts';
import { actorOf, sendBack, sendBackFiles, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import { uploadOf } from '#lib/server/upload-of.ts';
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
  const actions = item.actions.map((one) => itemActionRefused(one, item.verification));
  return {
    ...{ title, choices, cards, precedents, mayCard, ownId: actor.staffId, accept: CHOOSER_TYPES },
    item: { ...item, actions },
  };
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
  attach: async (event) => {
    const itemId = event.params.id;
    const [of, ref] = [event.url.searchParams.get('of') ?? '', event.url.searchParams.get('ref') ?? ''];
    const typed = new FormData();
    typed.set('of', of);
    typed.set('ref', ref);
    const evidence = { itemId, of, ref };
    const upload = uploadOf(event.request);
    const sent = await attachEvidence(event.locals.house, actorOf(event), evidence, upload);
    if (!sent.ok) return sendBack(event, typed, sent);
    const back = sendBackFiles(event, { of, ref }, sent.value.refused);
    if (back !== null) return back;
    setFlash(event.cookies, 'files_added');
    redirect(303, `/supervision/${itemId}#evidence-${of}-${ref}`);
  },
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
