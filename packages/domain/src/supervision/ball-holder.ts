import { addDays, dayOf, instantAt, localDateOf } from '../calendar/index.ts';
import type { ClosedPause, Due, Instant, WorkingCalendar } from '../calendar/index.ts';
import type { Advancing, Measure, Rework, Signed } from './supervision-item.ts';

type Held = Pick<Signed | Advancing | Rework, 'assignment' | 'measures'>;

/**
 * Who kept the whole item waiting at a moment: the lead, unless all that was still open then were measures of cooperating
 * departments; then the one whose measure was due first. Source: domain.md, Each department's own clock.
 */
export function ballHolderAt({ assignment, measures }: Held, moment: Instant): string {
  const owners = measures
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .flatMap((measure) => owedBy(measure, moment) ?? []);
  const lead = assignment.leadDepartmentId;
  return owners.includes(lead) ? lead : (owners[0] ?? lead);
}

/** Who owed a measure at a moment; null once it was completed, and while it waited for a ruling. */
function owedBy(
  { completedAt, departmentId, dispute, settled = [] }: Measure,
  moment: Instant,
): string | null {
  if (completedAt !== null && completedAt <= moment) return null;
  const earlier = settled.find(({ ruledAt }) => moment < ruledAt);
  if (earlier !== undefined) return moment < earlier.at ? earlier.departmentId : null;
  return dispute !== undefined && dispute.at <= moment ? null : departmentId;
}

/**
 * Who answers for the `level`th further step of lateness: the one who held the ball on most of its working days, of two on as
 * many the later. `lateStep` in working days; days of `pauses` are nobody's. A day is of who had the ball as it began.
 */
export function overrunOwner(
  item: Held,
  { due, level, lateStep }: { readonly due: Due; readonly level: number; readonly lateStep: number },
  now: Instant,
  pauses: readonly ClosedPause[],
  calendar: WorkingCalendar,
): string {
  const held = new Map<string, number>();
  let owner = ballHolderAt(item, now);
  let late = due.half === 'am' ? 0.5 : 0;
  for (let date = addDays(due.date, 1); date <= localDateOf(now); date = addDays(date, 1)) {
    if (!dayOf(calendar, date).working || pauses.some(({ from, to }) => from <= date && date <= to)) continue;
    late += 1;
    if (late <= (level - 1) * lateStep) continue;
    const holder = ballHolderAt(item, instantAt(date, '00:00'));
    const days = (held.get(holder) ?? 0) + 1;
    held.set(holder, days);
    if (days >= Math.max(...held.values())) owner = holder;
    if (late >= level * lateStep) break;
  }
  return owner;
}
