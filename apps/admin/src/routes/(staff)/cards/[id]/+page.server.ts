import { clearCard, dropCard, holdTalk, issueCard, objectToCard, readCard, reviewCard } from '@bihuan/api';
import type { ChangedCard } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { cardColourTerm } from '#lib/card/card-terms.ts';
import { weighed } from '#lib/server/refused.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const card = valueOf(await readCard(event.locals.house, actorOf(event), { cardId: event.params.id }));
  const title = m.card_heading({ colour: cardColourTerm[card.colour](), number: card.number });
  return { title, card: { ...card, actions: card.actions.map(weighed) } };
};

const send =
  (useCase: UseCase<ChangedCard>, extra: Readonly<Record<string, string>> = {}) =>
  (event: RequestEvent) =>
    submitForm(event, useCase, {
      then: `/cards/${event.params.id}`,
      flash: 'saved',
      extra: { ...extra, cardId: event.params.id },
    });

export const actions = {
  issue: send(issueCard),
  drop: send(dropCard),
  object: send(objectToCard),
  uphold: send(reviewCard, { review: 'uphold' }),
  revoke: send(reviewCard, { review: 'revoke' }),
  hold_talk: send(holdTalk),
  clear: send(clearCard),
} satisfies Actions;
