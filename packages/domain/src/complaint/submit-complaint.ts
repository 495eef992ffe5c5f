import type { ComplaintContext } from './complaint-decision.ts';
import { startClock } from './complaint-clock.ts';
import type { SubmitComplaint } from './complaint-command.ts';
import type { ComplaintEvent } from './complaint-event.ts';

/** Files a complaint: the triage clock starts. */
export function submitComplaint(
  command: SubmitComplaint,
  { now, calendar, deadlines }: Pick<ComplaintContext, 'now' | 'calendar' | 'deadlines'>,
): ComplaintEvent & { type: 'ComplaintSubmitted' } {
  const { type: _, ...data } = command;
  const clock = startClock('triage', now, deadlines.triage, calendar);
  return { type: 'ComplaintSubmitted', at: now, ...data, deadlineVersion: deadlines.version, clock };
}
