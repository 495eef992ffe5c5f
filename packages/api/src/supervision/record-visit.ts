import { VISIT_KINDS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, choice, typedText } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, localDate, statement, tick } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  kind: choice(VISIT_KINDS),
  on: localDate,
  place: typedText(2, 200),
  departmentId: z.uuid('unknown_department'),
  isAnnounced: tick,
  inspectorIds: z.array(z.uuid('unknown_staff'), 'required').max(10, 'out_of_range').default([]),
  text: statement,
});

/** A visit on the spot (现场督查) or a talk (约谈) by two people or more, and what came of it. */
export async function recordVisit(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  const known = await house.db.prisma.staff.count({
    where: { id: { in: data.inspectorIds }, isActive: true },
  });
  if (known < new Set(data.inspectorIds).size) return badInput({ inspectorIds: 'unknown_staff' });
  return changeItem(house, actor, { itemId, version }, { type: 'record_visit', ...data });
}
