import { triedCards, type TriedCard } from '@bihuan/db';
import type { CardCause, CardPolicy } from '@bihuan/domain';
import type { House } from '../../house.ts';
import type { LineTaker } from './try-out-lines.ts';
import { sumKey, type Sums, type TriedCards } from './try-out-result.ts';

const RED: readonly CardCause[] = ['long_overdue', 'second_rework', 'false_request'];

type Item = { readonly id: string; readonly yellows: Map<string, number>; readonly seconds: Set<string> };

/**
 * What past cards would be under a draft: their colour by what the item is worth, their points by colour and how many yellow ones the
 * department had on the item; a red one for the second yellow falls away with it, and comes with it.
 */
export async function tryOutCards(
  house: House,
  draft: CardPolicy,
  since: string,
  lines: LineTaker,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<{ readonly events: number; readonly differences: Sums; readonly cards: TriedCards }> {
  const differences: Sums = new Map();
  const counts = { cards: 0, otherColour: 0, fewer: 0, more: 0, otherPoints: 0 };
  let item: Item = { id: '', yellows: new Map(), seconds: new Set() };
  for await (const batch of triedCards(house.db, since)) {
    for (const card of batch.cards) {
      if (card.itemId !== item.id) item = { id: card.itemId, yellows: new Map(), seconds: new Set() };
      counts.cards += 1;
      const after = underDraft(card, draft, item);
      const points = after?.points ?? 0;
      const isSame = after?.colour === card.colour && points === card.centipoints;
      if (isSame) continue;
      if (after === null) counts.fewer += 1;
      else if (after.colour !== card.colour) counts.otherColour += 1;
      if (points !== card.centipoints) counts.otherPoints += 1;
      if (card.period !== null || points !== 0) {
        const key = sumKey(card.departmentId, card.period ?? '');
        differences.set(key, (differences.get(key) ?? 0) + points - card.centipoints);
      }
      await lines.take({
        ...{ departmentId: card.departmentId, period: card.period ?? '', rule: card.cause },
        ...{ subject: 'card', subjectId: card.id, number: card.number, at: card.proposedAt },
        before: `${card.colour} ${card.centipoints}`,
        after: after === null ? null : `${after.colour} ${points}`,
      });
    }
    await onProgress(batch.done, batch.total);
  }
  return { events: counts.cards, differences, cards: counts };
}

function underDraft(
  card: TriedCard,
  draft: CardPolicy,
  item: Item,
): { readonly colour: 'yellow' | 'red'; readonly points: number } | null {
  const { cause, departmentId, importance } = card;
  const yellows = item.yellows.get(departmentId) ?? 0;
  if (cause === 'second_yellow' && yellows < 2) return null;
  const isRed =
    cause === 'second_yellow' ||
    RED.includes(cause) ||
    (cause === 'by_person' ? card.colour === 'red' : draft.startsRed.includes(importance));
  const isCounted = card.isIssued && card.status !== 'revoked';
  if (isRed) return { colour: 'red', points: isCounted ? draft.red : 0 };
  if (!card.isIssued) return { colour: 'yellow', points: 0 };
  item.yellows.set(departmentId, yellows + 1);
  return { colour: 'yellow', points: isCounted && yellows >= 1 ? draft.repeatedYellow : 0 };
}
