import { dueDate, localDateOf } from '../calendar/index.ts';
import type { ClosedPause, Due, Instant, Reckoning, WorkingCalendar } from '../calendar/index.ts';
import { pauseWhileAway } from '../paused-days.ts';
import type { Interruption } from './supervision-item.ts';

/**
 * When a clock of a department runs out, `workingDays` in steps of 0.5. It runs only while the ball is with the
 * department, so that each interruption is a pause. Source: domain.md, Each department's own clock.
 */
export function departmentDue(
  { start, workingDays }: { readonly start: Instant; readonly workingDays: number },
  interruptions: readonly Interruption[],
  calendar: WorkingCalendar,
): Due {
  return departmentReckoning({ start, workingDays }, interruptions, calendar).due;
}

/** The same with its day-by-day proof. */
export function departmentReckoning(
  { start, workingDays }: { readonly start: Instant; readonly workingDays: number },
  interruptions: readonly Interruption[],
  calendar: WorkingCalendar,
): Reckoning {
  const pauses: ClosedPause[] = [];
  let reckoning = dueDate({ start, workingDays, calendar });
  for (const { leftAt, backAt, reason } of interruptions) {
    const pause = pauseWhileAway(leftAt, localDateOf(backAt), reckoning.due, reason);
    if (pause === null) continue;
    pauses.push(pause);
    reckoning = dueDate({ start, workingDays, calendar, pauses });
  }
  return reckoning;
}
