import { changeData, holdingOf, OPEN_TERMS } from '@bihuan/db';
import {
  localDateOf,
  rolesOn,
  type Actor,
  type LocalDate,
  type Role,
  type StaffHolding,
} from '@bihuan/domain';
import { changeBy } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { badInput, type Failure } from '../../result.ts';

export type Transaction = Parameters<Parameters<House['db']['prisma']['$transaction']>[0]>[0];

/** Somebody who works here, with what they hold. */
export type HoldingPerson = StaffHolding & { readonly id: string; readonly login: string };

/** Everybody who works here with what they hold, kept from changing until the transaction is over. */
export async function lockHoldings(tx: Transaction): Promise<readonly HoldingPerson[]> {
  await tx.$queryRaw`SELECT id FROM staff WHERE is_active ORDER BY id FOR UPDATE`;
  const rows = await tx.staff.findMany({
    where: { isActive: true },
    select: { id: true, login: true, departmentId: true, roles: true, roleTerms: OPEN_TERMS },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, login, departmentId, ...row }) => ({
    ...{ id, login, departmentId },
    ...holdingOf(row),
  }));
}

/** One person of them; a failure at `staffId` where they do not work here. */
export function personAmong(
  people: readonly HoldingPerson[],
  staffId: string,
): { readonly person: HoldingPerson; readonly others: readonly HoldingPerson[] } | Failure {
  const person = people.find(({ id }) => id === staffId);
  return person === undefined
    ? badInput({ staffId: 'unknown_staff' })
    : { person, others: people.filter(({ id }) => id !== staffId) };
}

/** Writes into the history that a role has a first or a last day, and makes the roles of the person those of today. */
export async function recordTerm(
  tx: Transaction,
  house: House,
  actor: Actor,
  {
    person,
    role,
    was,
    is,
    reason,
  }: {
    readonly person: HoldingPerson;
    readonly role: Role;
    readonly was: string | null;
    readonly is: string | null;
    readonly reason: string;
  },
): Promise<void> {
  const change = changeBy(house, actor, {
    ...{ subject: 'staff', subjectId: person.login, reason },
    before: { [`term:${role}`]: was },
    after: { [`term:${role}`]: is },
  });
  await tx.configurationChange.create({ data: changeData(change) });
  await settlePerson(tx, person.id, localDateOf(house.now()));
}

/** Closes the terms of a person that are over, and makes their roles those of a day. Returns whether that changed them. */
export async function settlePerson(
  tx: Transaction,
  staffId: string,
  today: LocalDate,
): Promise<{ readonly before: readonly Role[]; readonly after: readonly Role[] }> {
  const row = await tx.staff.findUniqueOrThrow({
    where: { id: staffId },
    select: { roles: true, roleTerms: OPEN_TERMS },
  });
  const after = rolesOn(holdingOf(row), today);
  await tx.staff.update({ where: { id: staffId }, data: { roles: [...after] } });
  await tx.roleTermRow.updateMany({
    where: { staffId, state: 'open', toOn: { lt: new Date(today) } },
    data: { state: 'over' },
  });
  return { before: row.roles as Role[], after };
}

/** `2026-12-01/2026-12-31`, or `2026-12-01/` until further notice. */
export function spelt({ from, to }: { readonly from: LocalDate; readonly to: LocalDate | null }): string {
  return `${from}/${to ?? ''}`;
}
