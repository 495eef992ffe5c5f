import { keepExpertise } from '@bihuan/db';
import { EXPERTISE_KINDS, hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { listCategories } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { localDate } from '../../supervision/item-input.ts';

const schema = z.object({
  staffId: z.uuid('unknown_staff'),
  kind: choice(EXPERTISE_KINDS),
  categories: z.array(typedText(1, 60), 'required').max(50, 'out_of_range').default([]),
  fromOn: localDate,
  toOn: z.preprocess((typed) => (typed === '' ? undefined : typed), localDate.optional()),
});

/**
 * Says from which day a person can be on teams, in which capacity, and which categories they know. What was said before ends
 * the day before. For triage and system admins.
 */
export async function nameForTeams(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly staffId: string }>> {
  if (!hasRole(actor, 'triage_admin', 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId, toOn = null, categories, fromOn, kind } = parsed.value;
  if (toOn !== null && toOn < fromOn) return badInput({ toOn: 'out_of_range' });
  const known = (await listCategories(house)).map(({ code }) => code);
  if (categories.some((code) => !known.includes(code))) return badInput({ categories: 'unknown_category' });
  const { prisma } = house.db;
  if ((await prisma.staff.count({ where: { id: staffId, isActive: true } })) === 0)
    return badInput({ staffId: 'unknown_staff' });
  // What begins later stays; what begins now must not run into it.
  if ((await prisma.expertiseRow.count({ where: { staffId, fromOn: { gt: new Date(fromOn) } } })) > 0)
    return badInput({ fromOn: 'out_of_range' });
  await keepExpertise(house.db, {
    ...{ id: house.newId(), staffId, kind, categories: [...new Set(categories)], fromOn, toOn },
    ...{ createdAt: house.now(), createdById: actor.staffId },
  });
  return done({ staffId });
}
