import { hasRole, type Actor, type Role } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

export type StaffRow = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly isDemo: boolean;
};

const asked = z.object({
  after: z.uuid('malformed').optional(),
  departmentId: z.uuid('unknown_department').optional(),
});

const PAGE = 50;

/** The people who may sign in, 50 at a time by login; `next` asks for those after. For system admins. */
export async function listStaff(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly rows: readonly StaffRow[]; readonly next: string | null }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(asked, raw);
  if (!parsed.ok) return parsed;
  const { after, departmentId } = parsed.value;
  const rows = await house.db.prisma.staff.findMany({
    where: departmentId === undefined ? {} : { departmentId },
    orderBy: { login: 'asc' },
    take: PAGE + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    include: { department: true },
  });
  const page = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? (page.at(-1)?.id ?? null) : null;
  return done({ rows: page.map(({ department, ...row }) => staffRow(row, department.name)), next });
}

const one = z.object({ staffId: z.uuid() });

/** One person and on how many devices they are signed in, for system admins. */
export async function readStaff(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<StaffRow & { readonly sessions: number }>> {
  const parsed = parseInput(one, raw);
  if (!parsed.ok || !hasRole(actor, 'system_admin')) return refusal('not_found');
  const row = await house.db.prisma.staff.findUnique({
    where: { id: parsed.value.staffId },
    include: {
      department: true,
      _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } },
    },
  });
  if (row === null) return refusal('not_found');
  return done({ ...staffRow(row, row.department.name), sessions: row._count.sessions });
}

function staffRow(
  {
    id,
    login,
    name,
    departmentId,
    roles,
    isActive,
    isDemo,
  }: Omit<StaffRow, 'departmentName' | 'roles'> & { roles: string[] },
  departmentName: string,
): StaffRow {
  return { id, login, name, departmentId, departmentName, roles: roles as readonly Role[], isActive, isDemo };
}
