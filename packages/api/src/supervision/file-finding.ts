import { unitsOf, type Actor, type SupervisionItem } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, localDate, statement, tick, yesOrNo } from './item-input.ts';

/** The callback is filed by `recordCallback` alone, with the answers of the person called. */
const KIND_OF = { A: 'verification', B: 'corroboration', C: 'third_check' } as const;

const schema = z.object({
  ...itemRef,
  part: choice(['A', 'B', 'C']),
  isResolved: yesOrNo,
  isFalseRequest: tick,
  text: statement,
  visit: z
    .object({
      on: localDate,
      place: typedText(2, 200),
      inspectorIds: z.array(z.uuid('unknown_staff')).max(20, 'out_of_range'),
    })
    .nullish(),
});

/**
 * Files one finding of the dual verification (双重印证): A verification, B corroboration where nobody can be called back,
 * C the third check with a site visit where the two disagree. The domain refuses whoever is not independent.
 */
export async function fileFinding(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, part, visit = null, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, async (item) => {
    if (part === 'B' && (await isOfInspectorsUnit(house, actor, item)))
      return refusal('finder_not_independent');
    const ids = [...new Set(visit?.inspectorIds)];
    const known = await house.db.prisma.staff.count({
      where: { id: { in: ids }, isActive: true, roles: { has: 'inspector' } },
    });
    if (known < ids.length) return badInput({ 'visit.inspectorIds': 'unknown_staff' });
    const kind = KIND_OF[part];
    return done({
      type: 'file_finding',
      findingId: house.newId(),
      part,
      kind,
      ...data,
      complaintId: null,
      visit,
    });
  });
}

/** Filed before the inspector's, a finding of the inspector's own unit would bar that inspector for good. */
async function isOfInspectorsUnit(house: House, actor: Actor, item: SupervisionItem): Promise<boolean> {
  if (item.status !== 'verifying' || actor.kind !== 'staff') return false;
  const inspector = await house.db.prisma.staff.findUnique({ where: { id: item.inspectorId } });
  return unitsOf(actor).some((unit) => unit === inspector?.departmentId);
}
