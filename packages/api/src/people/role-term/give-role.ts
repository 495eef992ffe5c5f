import { giveRoleFault, hasRole, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { lockHoldings, personAmong, recordTerm, spelt } from './change-role-terms.ts';
import { firstDay, lastDayOrNone, roleOfPerson } from './role-term-input.ts';

const schema = z.object({ ...roleOfPerson, from: firstDay, to: lastDayOrNone });

/** Gives a role from a day on, today or later, with a last day or until further notice. For system admins. */
export async function giveRole(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId, reason, ...term } = parsed.value;
  return house.db.prisma.$transaction(async (tx) => {
    const found = personAmong(await lockHoldings(tx), staffId);
    if ('ok' in found) return found;
    const fault = giveRoleFault(found.person, term, localDateOf(house.now()));
    if (fault !== null) return refusal(fault);
    const id = house.newId();
    await tx.roleTermRow.create({
      data: {
        ...{ id, staffId, reason, role: term.role, createdAt: house.now() },
        ...{ fromOn: new Date(term.from), toOn: term.to && new Date(term.to) },
        createdById: actor.staffId,
      },
    });
    const { person } = found;
    await recordTerm(tx, house, actor, { person, role: term.role, was: null, is: spelt(term), reason });
    return done({ id });
  });
}
