import { openSubstitutions } from '@bihuan/db';
import {
  hasRole,
  isRunning,
  lentRoles,
  localDateOf,
  type Actor,
  type LocalDate,
  type Role,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { colleagues } from './colleagues.ts';

export type SubstitutionLine = {
  readonly id: string;
  readonly absent: string;
  readonly substitute: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly isRunning: boolean;
  readonly isMine: boolean;
};

export type SubstitutionPage = {
  /** Running and to come: one's own, those one stands in for, and for system admins all. */
  readonly lines: readonly SubstitutionLine[];
  /** Who may be named by whoever asks. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** For whom whoever asks may name one; empty where only for themselves. */
  readonly absentees: readonly {
    readonly id: string;
    readonly name: string;
    readonly departmentName: string;
  }[];
};

const MOST = 500;
const DEPARTMENT_ROLES: readonly Role[] = ['department_officer', 'department_head'];

/** Who stands in for whom, and whom one may name. */
export async function listSubstitutions(house: House, actor: Actor): Promise<Result<SubstitutionPage>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const today = localDateOf(house.now());
  const isAdmin = hasRole(actor, 'system_admin');
  const open = await openSubstitutions(house.db, today);
  const mine = open.filter(
    (one) => isAdmin || one.staffId === actor.staffId || one.substituteId === actor.staffId,
  );
  const people = await colleagues(
    house,
    mine.flatMap((one) => [one.staffId, one.substituteId]),
  );
  const name = (id: string) => people.get(id)?.name ?? '';
  const staff = await house.db.prisma.staff.findMany({
    where: { isActive: true, ...(isAdmin ? {} : { department: await reachOf(house, actor) }) },
    include: { department: true },
    orderBy: [{ departmentId: 'asc' }, { login: 'asc' }],
    take: MOST,
  });
  const label = (one: (typeof staff)[number]) => `${one.name} · ${one.department.name}`;
  return done({
    lines: mine.map((one) => ({
      ...{ id: one.id, from: one.from, to: one.to },
      absent: name(one.staffId),
      substitute: name(one.substituteId),
      isRunning: isRunning(one, today),
      isMine: one.staffId === actor.staffId,
    })),
    colleagues: staff
      .filter(({ id }) => isAdmin || id !== actor.staffId)
      .map((one) => ({ id: one.id, name: label(one) })),
    absentees: isAdmin
      ? staff.map((one) => ({ id: one.id, name: one.name, departmentName: one.department.name }))
      : [],
  });
}

/** A department's people stand in for each other; offices also for other offices. The rule itself decides. */
async function reachOf(house: House, actor: Extract<Actor, { kind: 'staff' }>) {
  const own = actor.standsInFor?.ownDepartmentId ?? actor.departmentId;
  const isOffice = (await house.db.prisma.department.count({ where: { id: own, kind: 'office' } })) === 1;
  const isBound = lentRoles(actor.roles).some((role) => DEPARTMENT_ROLES.includes(role));
  return isOffice && !isBound ? { kind: 'office' } : { id: own };
}
