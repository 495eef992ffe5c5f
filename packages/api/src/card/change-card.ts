import type { Actor, CardCommand, CardStatus } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { done, refusal, type InputCode, type Result } from '../result.ts';
import { itemRef } from '../supervision/item-input.ts';
import { retrying, Work } from '../work.ts';
import { seesCard } from './card-scope.ts';

/** Which card, and the version of it that the person saw; a form sends both. */
export const cardRef = { cardId: z.uuid('required' satisfies InputCode), version: itemRef.version };

/** What a card has become. */
export type ChangedCard = { readonly cardId: string; readonly number: string; readonly status: CardStatus };

/**
 * Gives one command on one card and saves, with the lines of the ledger and the cards that follow. A card outside the
 * actor's scope is `not_found`.
 */
export async function changeCard(
  house: House,
  actor: Actor,
  { cardId, version }: { readonly cardId: string; readonly version?: number | undefined },
  command: CardCommand,
): Promise<Result<ChangedCard>> {
  return retrying(async () => {
    const work = new Work(house, actor);
    const card = await work.cards.card(cardId, version);
    if (!card.ok) return card;
    if (!seesCard(actor, card.value)) return refusal('not_found');
    const item = await work.item(card.value.itemId);
    if (!item.ok) return item;
    const changed = await work.cards.command(cardId, command, item.value);
    if (!changed.ok) return changed;
    const saved = await work.save();
    const { number, status } = changed.value;
    return saved.ok ? done({ cardId, number, status }) : saved;
  });
}
