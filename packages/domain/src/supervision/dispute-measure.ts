import { countWorkingDays, dueDate, instantAt, isPast, localDateOf } from '../calendar/index.ts';
import type { Due, Instant, LocalDate, WorkingCalendar } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import { departmentDue } from './department-clock.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { ItemEvent } from './item-event.ts';
import type {
  Advancing,
  Interruption,
  Measure,
  MeasureDispute,
  Rework,
  Signed,
  SupervisionItem,
} from './supervision-item.ts';

type Working = Signed | Advancing | Rework;

/**
 * The head of a cooperating department disputes what it owes (配合争议), with reason and basis; once only, for what was ruled
 * stands.
 */
export function disputeMeasure(
  { measures }: Working,
  { measureId, reason, basis }: ItemCommand & { type: 'dispute_measure' },
  { staffId: by, departmentId }: StaffActor,
  { now: at }: ItemContext,
): ItemDecision {
  const measure = measures.find(({ id }) => id === measureId);
  if (measure === undefined) return refused('unknown_measure');
  if (measure.completedAt !== null) return refused('measure_already_completed');
  if (measure.dispute !== undefined) return refused('measure_disputed');
  if (measure.settled?.some((one) => one.departmentId === departmentId)) return refused('dispute_settled');
  return happened({ type: 'MeasureDisputed', at, measureId, by, departmentId, reason, basis });
}

/**
 * The coordinator upholds the measure, changes who owes it or until when, or withdraws it. Its clock stood still meanwhile: its
 * date moves on by the working days that the ruling took, unless another is set. Where nothing else was left to do, the whole
 * item waited for the office, and its date moves on as well.
 */
export function ruleOnDispute(
  item: Working,
  { measureId, ruling, text, ...changed }: ItemCommand & { type: 'rule_on_dispute' },
  { staffId: by }: StaffActor,
  { now: at, calendar }: ItemContext,
): ItemDecision {
  const { measures, assignment } = item;
  const measure = measures.find(({ id }) => id === measureId);
  if (measure === undefined) return refused('unknown_measure');
  if (measure.dispute === undefined) return refused('no_dispute');
  const isChanged = ruling === 'measure_changed';
  const departmentId = (isChanged ? changed.departmentId : null) ?? measure.departmentId;
  const dueOn = (isChanged ? changed.dueOn : null) ?? movedOn(measure, measure.dispute, at, calendar);
  const participants = [assignment.leadDepartmentId, ...assignment.cooperatingDepartmentIds];
  if (isChanged && departmentId === measure.departmentId && changed.dueOn === null)
    return refused('nothing_changed');
  if (!participants.includes(departmentId)) return refused('measure_of_stranger');
  if (isChanged && changed.dueOn !== null && dueOn < localDateOf(at)) return refused('date_in_the_past');
  const [moved] = itemMovedOn(item, at, calendar);
  const deadline = moved?.due ?? assignment.deadline;
  if (isChanged && changed.dueOn !== null && dueOn > deadline.date) return refused('measure_after_deadline');
  return happened<ItemEvent>(
    {
      ...{ type: 'DisputeRuled', at, measureId, measure: measure.text, by, ruling, text },
      ...{ departmentId, dueOn },
    },
    ...(moved === undefined ? [] : [moved]),
  );
}

/** The item after one of its measures was disputed. */
export function disputed<Item extends Working>(
  item: Item,
  { measureId, at, by, reason, basis }: ItemEvent & { type: 'MeasureDisputed' },
): Item {
  const measures = item.measures.map((one) =>
    one.id === measureId ? { ...one, dispute: { at, by, reason, basis } } : one,
  );
  return { ...item, measures };
}

/** The item after a dispute was ruled on. */
export function disputeRuled<Item extends Working>(
  item: Item,
  { measureId, at, ruling, departmentId, dueOn }: ItemEvent & { type: 'DisputeRuled' },
): Item {
  const interruptions = [...item.interruptions, ...waitForRuling(item, at)];
  if (ruling === 'measure_withdrawn')
    return { ...item, interruptions, measures: item.measures.filter(({ id }) => id !== measureId) };
  const measures = item.measures.map((one) => {
    if (one.id !== measureId || one.dispute === undefined) return one;
    const { dispute, settled = [], ...rest } = one;
    const stood = { departmentId: one.departmentId, at: dispute.at, ruledAt: at };
    return { ...rest, departmentId, dueOn, settled: [...settled, stood] };
  });
  return { ...item, interruptions, measures };
}

/** Measures that wait for a ruling. */
export function disputedMeasures({ measures }: Pick<SupervisionItem, 'measures'>): readonly Measure[] {
  return measures.filter(({ dispute }) => dispute !== undefined);
}

/** Whether nothing is left to do but what waits for a ruling, so that the whole item waits for the office. */
export function waitsForRuling({ measures }: Pick<SupervisionItem, 'measures'>): boolean {
  const open = measures.filter(({ completedAt }) => completedAt === null);
  return open.length > 0 && open.every(({ dispute }) => dispute !== undefined);
}

/** The time for which the whole item waited for the ruling now made; none where there was other work left. */
function waitForRuling(item: Working, ruledAt: Instant): readonly Interruption[] {
  if (!waitsForRuling(item)) return [];
  const since = item.measures.map(({ completedAt, dispute }) => completedAt ?? dispute?.at ?? '');
  const leftAt = [...since, item.interruptions.at(-1)?.backAt ?? ''].sort().at(-1) ?? ruledAt;
  return leftAt < ruledAt ? [{ leftAt, backAt: ruledAt, reason: 'with_the_office' }] : [];
}

function itemMovedOn(item: Working, at: Instant, calendar: WorkingCalendar) {
  const waited = waitForRuling(item, at);
  const { clock, deadline: before } = item.assignment;
  const due: Due = departmentDue(clock, [...item.interruptions, ...waited], calendar);
  if (waited.length === 0 || due.date === before.date) return [];
  return [{ type: 'DueDateRecomputed', at, deadline: 'item', before, due } as const];
}

/** Later by the working days after the day of the dispute, up to that of the ruling; not where it was over before. */
function movedOn(
  { dueOn }: Measure,
  dispute: Pick<MeasureDispute, 'at'>,
  at: Instant,
  calendar: WorkingCalendar,
): LocalDate {
  if (isPast({ date: dueOn, half: 'pm', provisional: false }, dispute.at)) return dueOn;
  const workingDays = countWorkingDays(calendar, localDateOf(dispute.at), localDateOf(at));
  return workingDays === 0
    ? dueOn
    : dueDate({ start: instantAt(dueOn, '00:00'), workingDays, calendar }).due.date;
}
