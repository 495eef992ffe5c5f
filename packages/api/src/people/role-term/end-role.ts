import { addDays, endRoleFault, hasRole, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { lockHoldings, personAmong, recordTerm, spelt } from './change-role-terms.ts';
import { acceptedGaps, gapFailure, lastHolder } from './refuse-gaps.ts';
import { lastDay, roleOfPerson } from './role-term-input.ts';

const schema = z.object({ ...roleOfPerson, to: lastDay, acceptedGaps });

/** Names the last day of a role that a person has. Refused where nobody else would have what must always be held, and, until
 * that is accepted, where another part of the work would come to stand. */
export async function endRole(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId, role, to, reason, acceptedGaps: accepted } = parsed.value;
  const today = localDateOf(house.now());
  return house.db.prisma.$transaction(async (tx) => {
    const before = await lockHoldings(tx);
    const found = personAmong(before, staffId);
    if ('ok' in found) return found;
    const { person, others } = found;
    const fault = endRoleFault(person, { role, to }, others, today);
    if (fault === 'last_role_holder') return lastHolder(role, addDays(to, 1));
    if (fault !== null) return refusal(fault);
    const running = person.terms.find((term) => term.role === role && term.from <= today);
    const term = running === undefined ? { id: '', role, from: today, to } : { ...running, to };
    const ending = { ...person, terms: [...person.terms.filter((one) => one !== running), term] };
    const failure = await gapFailure(tx, house, { before, after: [...others, ending] }, accepted);
    if (failure !== null) return failure;
    const toOn = new Date(to);
    if (running !== undefined) await tx.roleTermRow.update({ where: { id: running.id }, data: { toOn } });
    else
      await tx.roleTermRow.create({
        data: {
          ...{ id: house.newId(), staffId, role, reason, toOn, fromOn: new Date(today) },
          ...{ createdAt: house.now(), createdById: actor.staffId },
        },
      });
    const was = running === undefined ? null : spelt(running);
    await recordTerm(tx, house, actor, {
      ...{ person, role, was, reason },
      is: spelt({ from: running?.from ?? today, to }),
    });
    return done(null);
  });
}
