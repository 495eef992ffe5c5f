import { hasRole, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { lockHoldings, recordTerm, spelt } from './change-role-terms.ts';
import { acceptedGaps, gapFailure } from './refuse-gaps.ts';

const schema = z.object({ termId: z.uuid('malformed'), reason: reasonOfChange, acceptedGaps });

/** Takes back a term that has not begun, where nothing was to rest on it. One that runs is ended by its last day. */
export async function withdrawRoleTerm(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { termId, reason, acceptedGaps: accepted } = parsed.value;
  return house.db.prisma.$transaction(async (tx) => {
    const people = await lockHoldings(tx);
    const person = people.find(({ terms }) => terms.some(({ id }) => id === termId));
    const term = person?.terms.find(({ id }) => id === termId);
    if (person === undefined || term === undefined) return refusal('not_found');
    if (term.from <= localDateOf(house.now())) return refusal('role_term_begun');
    const others = people.filter((one) => one !== person);
    const without = { ...person, terms: person.terms.filter((one) => one !== term) };
    const change = { before: people, after: [...others, without] };
    const failure = await gapFailure(tx, house, change, accepted);
    if (failure !== null) return failure;
    await tx.roleTermRow.update({ where: { id: termId }, data: { state: 'withdrawn' } });
    await recordTerm(tx, house, actor, { person, role: term.role, was: spelt(term), is: null, reason });
    return done(null);
  });
}
