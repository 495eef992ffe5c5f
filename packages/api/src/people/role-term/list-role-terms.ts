import { hasRole, localDateOf, type Actor, type LocalDate, type Role } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

export type RoleTermLine = {
  readonly id: string;
  readonly role: Role;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly state: 'to_come' | 'running' | 'over' | 'withdrawn';
  readonly reason: string;
};

const schema = z.object({ staffId: z.uuid() });
const MOST = 50;

/** The terms of one person, those of the latest first day first. For system admins. */
export async function listRoleTerms(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly RoleTermLine[]>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !hasRole(actor, 'system_admin')) return refusal('not_found');
  const today = localDateOf(house.now());
  const rows = await house.db.prisma.roleTermRow.findMany({
    where: { staffId: parsed.value.staffId },
    orderBy: [{ fromOn: 'desc' }, { createdAt: 'desc' }],
    take: MOST,
  });
  return done(
    rows.map(({ id, role, fromOn, toOn, state, reason }) => {
      const [from, to] = [dayOf(fromOn), toOn && dayOf(toOn)];
      return { id, role: role as Role, from, to, reason, state: stateOf({ from, to, state }, today) };
    }),
  );
}

function stateOf(
  { from, to, state }: { readonly from: LocalDate; readonly to: LocalDate | null; readonly state: string },
  today: LocalDate,
): RoleTermLine['state'] {
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'over' || (to !== null && to < today)) return 'over';
  return from > today ? 'to_come' : 'running';
}

function dayOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}
