import { changeData, readSuccession } from '@bihuan/db';
import { departmentInCharge, hasRole, isLocalDate, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy } from '../configuration/record-change.ts';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  successorId: z.preprocess(
    (id) => (id === '' ? null : id),
    z.uuid('unknown_department').nullable().default(null),
  ),
  /** The first day on which it is no more; today or earlier. */
  on: z.string('required').refine(isLocalDate, 'not_a_date'),
  reason: typedText(0, 200).default(''),
});

/**
 * Ends a department that was merged, renamed or closed. Whoever took its place answers for it from that day: the routing
 * catalogue and what was learned name the successor, and lists of the successor hold its cases. One that has items or measures in
 * hand cannot end without a successor.
 */
export async function endDepartment(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { departmentId, successorId, on, reason } = parsed.value;
  if (on > localDateOf(house.now())) return badInput({ on: 'out_of_range' });
  const departments = await readSuccession(house.db);
  const department = departments.get(departmentId);
  if (department === undefined || department.activeTo !== null)
    return badInput({ departmentId: 'unknown_department' });
  if (successorId !== null) {
    const isCircle =
      successorId === departmentId || departmentInCharge(departments, successorId, on) === departmentId;
    if (isCircle || !departments.has(successorId)) return badInput({ successorId: 'unknown_department' });
  }
  if (successorId === null && (await hasWorkInHand(house, departmentId)))
    return badInput({ successorId: 'required' });
  const { prisma } = house.db;
  await prisma.$transaction(async (tx) => {
    const data = { activeTo: new Date(on), successorId };
    const { count } = await tx.department.updateMany({ where: { id: departmentId, activeTo: null }, data });
    if (count === 0) return;
    const names = new Map(
      (await tx.department.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]),
    );
    const change = changeBy(house, actor, {
      ...{ subject: 'department', subjectId: names.get(departmentId) ?? '', reason },
      before: { activeTo: null, successor: null },
      after: { activeTo: on, successor: names.get(successorId ?? '') ?? null },
    });
    await tx.configurationChange.create({ data: changeData(change) });
  });
  return done(null);
}

/** Open items it leads, or measures it owes in items of others. */
async function hasWorkInHand({ db: { prisma } }: House, departmentId: string): Promise<boolean> {
  const [items, measures] = await Promise.all([
    prisma.supervisionItem.count({ where: { leadDepartmentId: departmentId, struckOffAt: null } }),
    prisma.measureRow.count({ where: { departmentId, completedAt: null, item: { struckOffAt: null } } }),
  ]);
  return items + measures > 0;
}
