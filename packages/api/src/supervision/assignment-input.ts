import type { SupervisionItem, AssignItem, MeasurePlan } from '@bihuan/domain';
import { isPast } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { typedNumber, typedText } from '../parse-input.ts';
import { badInput, done, type InputCode, type Result } from '../result.ts';
import type { Work } from '../work.ts';
import { doubleReason, localDate } from './item-input.ts';

/** Working days of the official calendar in steps of 0.5; empty where the complaint's own clock decides. */
export const workingDays = z.preprocess(
  (typed) => (typed === '' || typed === null ? undefined : typed),
  typedNumber(0.5, 250, 0.5).optional(),
);

/** Measures as a form or a program names them, each with its department and its day. */
export const plannedMeasures = z
  .array(
    z.object({
      text: typedText(2, 500),
      departmentId: z.uuid('unknown_department' satisfies InputCode),
      dueOn: localDate,
    }),
  )
  .max(50, 'out_of_range');

/** Who is answerable, with which measures, until when. */
export const assignmentFields = {
  leadDepartmentId: z.uuid('unknown_department' satisfies InputCode),
  cooperatingDepartmentIds: z
    .array(z.uuid('unknown_department' satisfies InputCode))
    .max(30, 'out_of_range')
    .default([]),
  measures: plannedMeasures,
  workingDays,
  doubleReason,
};

export type AssignmentInput = z.output<z.ZodObject<typeof assignmentFields>>;

/**
 * What a command to assign carries. Without `workingDays` the item runs on the clock that a linked complaint was promised,
 * as long as that is not over; where there is none, `workingDays` is `required`. Only departments can be made answerable,
 * never the offices that run the loop.
 */
export async function planAssignment(
  house: House,
  work: Work,
  item: Pick<SupervisionItem, 'complaintIds'>,
  input: AssignmentInput,
): Promise<Result<AssignItem>> {
  const unknown = await unknownDepartments(house, input);
  if (unknown !== null) return badInput(unknown);
  const clock =
    input.workingDays === undefined
      ? await promisedClock(work, item)
      : { start: work.now, workingDays: input.workingDays };
  if (clock === null) return badInput({ workingDays: 'required' });
  const { leadDepartmentId, cooperatingDepartmentIds } = input;
  const measures = input.measures.map((measure): MeasurePlan => ({ ...measure, id: house.newId() }));
  return done({
    leadDepartmentId,
    cooperatingDepartmentIds: [...new Set(cooperatingDepartmentIds)],
    measures,
    clock,
    doubleReason: input.doubleReason,
  });
}

async function unknownDepartments(
  house: House,
  input: AssignmentInput,
): Promise<Record<string, InputCode> | null> {
  const fields = [
    ['leadDepartmentId', input.leadDepartmentId] as const,
    ...input.cooperatingDepartmentIds.map((id, index) => [`cooperatingDepartmentIds.${index}`, id] as const),
    ...input.measures.map(
      ({ departmentId }, index) => [`measures.${index}.departmentId`, departmentId] as const,
    ),
  ];
  const ids = [...new Set(fields.map(([, id]) => id))];
  const rows = await house.db.prisma.department.findMany({
    where: { id: { in: ids }, kind: 'department', activeTo: null },
  });
  const known = new Set(rows.map(({ id }) => id));
  const unknown = fields.filter(([, id]) => !known.has(id));
  return unknown.length === 0
    ? null
    : Object.fromEntries(unknown.map(([path]) => [path, 'unknown_department' as const]));
}

/** The earliest promise among the linked complaints that is not over yet. */
async function promisedClock(
  work: Work,
  item: Pick<SupervisionItem, 'complaintIds'>,
): Promise<AssignItem['clock'] | null> {
  const clocks = [];
  for (const id of item.complaintIds) {
    const complaint = await work.complaint(id);
    if (!complaint.ok || !('clock' in complaint.value)) continue;
    const clock = 'resolution' in complaint.value ? complaint.value.resolution : complaint.value.clock;
    if (clock.kind === 'resolution' && !isPast(clock.due, work.now)) clocks.push(clock);
  }
  clocks.sort((a, b) => a.due.date.localeCompare(b.due.date));
  const [first] = clocks;
  return first === undefined ? null : { start: first.start, workingDays: first.workingDays };
}
