import { happened, refused } from '../decision.ts';
import type { Complaint } from './complaint.ts';
import { startClock } from './complaint-clock.ts';
import type { ComplaintCommand, SubmitPart } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';
import type { ComplaintEvent } from './complaint-event.ts';

/** Splits a complaint before anybody works on it (拆分): it ends, and goes on in its parts. */
export function splitComplaint(
  state: Complaint,
  { parts, reason }: ComplaintCommand & { type: 'split' },
  { now: at }: ComplaintContext,
): ComplaintDecision {
  if (state.status !== 'submitted' && state.status !== 'accepted')
    return refused('illegal_move', { status: state.status, command: 'split' });
  if (parts.length < 2) return refused('too_few_parts');
  return happened({ type: 'ComplaintSplit', at, parts, reason });
}

/**
 * Files a part of a complaint that is being split, for the same person, by the same channel and under the same policy. It
 * waits for triage with what is left of the clock of triage; after an acceptance that clock begins anew.
 */
export function submitPart(
  whole: Complaint,
  { id, trackingNumber, matterHash }: SubmitPart,
  { now: at, calendar, deadlines }: Pick<ComplaintContext, 'now' | 'calendar' | 'deadlines'>,
): ComplaintEvent & { type: 'ComplaintSubmitted' } {
  const { channel, complainantKind, openness, reachable, deadlineVersion } = whole;
  const clock =
    whole.status === 'submitted' ? whole.clock : startClock('triage', at, deadlines.triage, calendar);
  return {
    ...{ type: 'ComplaintSubmitted', at, id, trackingNumber, channel, complainantKind, openness, reachable },
    ...{ matterHash, deadlineVersion, clock, splitFromId: whole.id },
  };
}
