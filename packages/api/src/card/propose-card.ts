import { CARD_COLOURS, concernedDepartmentIds, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { itemRef, statement } from '../supervision/item-input.ts';
import { seesItem } from '../supervision/item-scope.ts';
import { retrying, Work } from '../work.ts';
import type { ChangedCard } from './change-card.ts';

const schema = z.object({
  itemId: itemRef.itemId,
  departmentId: z.uuid('unknown_department'),
  colour: choice(CARD_COLOURS),
  grounds: statement,
});

/** Proposes a card for a department with a duty in the item. For triage admins, inspectors and leaders. */
export async function proposeCard(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedCard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, ...call } = parsed.value;
  return retrying(async () => {
    const work = new Work(house, actor);
    const item = await work.item(itemId);
    if (!item.ok) return item;
    if (!seesItem(actor, item.value)) return refusal('not_found');
    if (!concernedDepartmentIds(item.value).includes(call.departmentId))
      return badInput({ departmentId: 'unknown_department' });
    const proposed = await work.cards.proposeByPerson(item.value, call);
    if (!proposed.ok) return proposed;
    const saved = await work.save();
    const { id: cardId, number, status } = proposed.value;
    return saved.ok ? done({ cardId, number, status }) : saved;
  });
}
