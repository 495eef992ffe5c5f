import type { FallbackOwner } from '../policy/escalation-policy.ts';
import type { ItemStatus } from '../supervision/supervision-item.ts';
import { reachedOf, type Post } from '../supervision/escalate-item.ts';

/** The levels that lateness of the office itself goes up: it has no officer and no head of a department. */
export type OfficeTier = 'triage' | 'leader';

export type ReachedByComplaint = {
  readonly tier: OfficeTier;
  readonly staffIds: readonly string[];
  /** Why it went to somebody else; null where it did not. */
  readonly missing: 'vacant' | 'away' | null;
};

/** Items that are worked on no more, so that the complaint under them waits for the office. */
const WORKED_OFF: readonly ItemStatus[] = ['struck_off', 'watched', 'long_running', 'referred_up'];

/** Whether a complaint is late with the office. While a department works on its item, the item's own chain tells of it. */
export function isLateWithOffice(item: ItemStatus | null): boolean {
  return item === null || WORKED_OFF.includes(item);
}

/**
 * Whom it comes to that a complaint crossed its date: the triage admins with the date itself, the leaders with every further
 * step of lateness; where nobody of these is there, the fallback owner. Source: domain.md, Escalation.
 */
export function escalateComplaint(
  level: number,
  posts: readonly Post[],
  fallback: readonly FallbackOwner[],
): ReachedByComplaint {
  const tier = level === 0 ? 'triage' : 'leader';
  const role = level === 0 ? 'triage_admin' : 'leader';
  const holders = posts.filter(({ roles }) => roles.includes(role));
  return { tier, ...reachedOf(holders, posts, fallback) };
}
