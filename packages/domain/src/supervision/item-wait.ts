import { endOf, isPast, millisOf, type Due, type Instant } from '../calendar/index.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { ItemCommand } from './item-command.ts';
import type { Interruption, SupervisionItem, Suspendable, Wait } from './supervision-item.ts';

/** How a complaint bears on the clocks of its item: somebody works on it, or it waits for its complainant until a date. */
type Bearing = { readonly itemId: string; readonly until: Due | null };

/** Null where the complaint is not open under an item, so that it neither runs nor stops a clock. */
export function bearingOf(complaint: Complaint): Bearing | null {
  switch (complaint.status) {
    case 'awaiting_complainant':
      return { itemId: complaint.itemId, until: complaint.clock.due };
    case 'under_supervision':
    case 'disputed':
    case 'reopened':
      return { itemId: complaint.itemId, until: null };
    default:
      return null;
  }
}

/** Whether something changed for the clocks of an item. */
export function isSameBearing(a: Bearing | null, b: Bearing | null): boolean {
  return (
    a?.itemId === b?.itemId &&
    a?.until?.date === b?.until?.date &&
    a?.until?.half === b?.until?.half &&
    a?.until?.provisional === b?.until?.provisional
  );
}

/**
 * What the state of its complaints asks of the item's clocks; null where they are as they should be. They stand still only
 * while every open complaint under it waits for its complainant, and at most until the first of these waits is over: as long
 * as the departments can work on one of them, the days are theirs. Source: docs/rules/deadlines.md.
 */
export function clockCommand(
  item: SupervisionItem,
  complaints: readonly Complaint[],
  now: Instant,
): (ItemCommand & { type: 'pause_clocks' | 'resume_clocks' }) | null {
  const open = complaints.map(bearingOf).filter((one) => one?.itemId === item.id);
  const waits = open.flatMap((one) => (one === null || one.until === null ? [] : [one.until]));
  const [until] = waits.toSorted((a, b) => millisOf(endOf(a)) - millisOf(endOf(b)));
  const isWaiting = until !== undefined && waits.length === open.length && !isOver(until, now);
  if (!isWaiting) return item.wait === null ? null : { type: 'resume_clocks' };
  return isWaitUntil(item, until) ? null : { type: 'pause_clocks', until };
}

/** Whether the clocks stand still until this very date already. */
export function isWaitUntil({ wait }: Pick<SupervisionItem, 'wait'>, until: Due): boolean {
  if (wait === null) return false;
  const { date, half, provisional } = wait.until;
  return date === until.date && half === until.half && provisional === until.provisional;
}

/** Whether a wait ended of itself. One until a provisional date does not: it may still move. */
export function isOver(until: Due, now: Instant): boolean {
  return !until.provisional && isPast(until, now);
}

/** When a wait that ends now was over: now, or the last moment it could last. */
export function backFromWait({ until }: Wait, now: Instant): Instant {
  return isPast(until, now) ? new Date(millisOf(endOf(until)) - 1).toISOString() : now;
}

/** The moment itself, or that at which the clocks stopped: whoever was in time then is in time still. */
export function lastRunningMoment({ wait }: Pick<SupervisionItem, 'wait'>, at: Instant): Instant {
  return wait !== null && wait.since < at ? wait.since : at;
}

/** When the departments' clocks stood still up to a moment, the wait that is still going on with it. */
export function interruptionsUntil(item: SupervisionItem, at: Instant): readonly Interruption[] {
  const known = item.status === 'suspended' ? item.before : item;
  const past = 'interruptions' in known ? known.interruptions : [];
  return item.wait === null ? past : [...past, interruptionOf(item.wait, backFromWait(item.wait, at))];
}

/**
 * The date of the item as lists show it: the stored one, but while the complainant is asked never one before that is over,
 * unless it was late already. Null where nobody is answerable.
 */
export function listedDeadline(deadline: Due | null, { wait }: Pick<SupervisionItem, 'wait'>): Due | null {
  if (deadline === null || wait === null || isPast(deadline, wait.since)) return deadline;
  return deadline.date < wait.until.date ? wait.until : deadline;
}

/** The item with its clocks standing still, or with another last day of it. */
export function paused(item: SupervisionItem, at: Instant, until: Due): SupervisionItem {
  const wait = { since: item.wait?.since ?? at, until };
  return item.status === 'suspended'
    ? { ...item, wait, before: { ...item.before, wait } }
    : { ...item, wait };
}

/** The item with its clocks running on; the time they stood still is remembered. */
export function runningOn(item: SupervisionItem, wait: Wait, backAt: Instant): SupervisionItem {
  const ended = interruptionOf(wait, backAt);
  if (item.status !== 'suspended') return afterWait(item, ended);
  const before = afterWait(item.before, ended) as Suspendable;
  return { ...item, wait: null, waits: [...item.waits, ended], before };
}

function afterWait(item: SupervisionItem, ended: Interruption): SupervisionItem {
  const waits = [...item.waits, ended];
  return 'interruptions' in item
    ? { ...item, wait: null, waits, interruptions: [...item.interruptions, ended] }
    : { ...item, wait: null, waits };
}

function interruptionOf({ since: leftAt }: Wait, backAt: Instant): Interruption {
  return { leftAt, backAt, reason: 'awaiting_complainant' };
}
