import { endOf, isPast, millisOf } from '../calendar/index.ts';
import { crossingKey } from '../crossing-key.ts';
import { workingDaysLateUnpaused } from '../paused-days.ts';
import type { Role } from '../people/actor.ts';
import type { EscalationLevel, EscalationTier, FallbackOwner } from '../policy/escalation-policy.ts';
import { pausesOf, runningDeadlines, type RunningDeadline } from './item-deadlines.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { ItemEvent } from './item-event.ts';
import type { Escalation, SupervisionItem } from './supervision-item.ts';
import { refused } from '../decision.ts';

/** Somebody who works here, and who acts for them today: themself, or their substitute; null where nobody does. */
export type Post = {
  readonly staffId: string;
  readonly departmentId: string;
  readonly roles: readonly Role[];
  readonly actingId: string | null;
};

const POST_OF: Readonly<Record<EscalationTier, Role>> = {
  handler: 'department_officer',
  head: 'department_head',
  triage: 'triage_admin',
  leader: 'leader',
};

type Escalated = ItemEvent & { type: 'ItemEscalated' };

/**
 * The steps up the chain that lateness has come to and that are not yet written. Each is written once for a deadline and its
 * date; of several dates that one department has missed on the item, the first goes up for them all. Where nobody stands on a level, or nobody there is to be reached, it goes to the fallback owner and says why.
 */
export function escalateItem(
  item: SupervisionItem,
  posts: readonly Post[],
  { now: at, calendar, deadlines }: Pick<ItemContext, 'now' | 'calendar' | 'deadlines'>,
): ItemDecision {
  const written = item.escalations.map(keyOf);
  const missed = runningDeadlines(item).filter(({ due }) => !due.provisional && isPast(due, at));
  const events = longestMissed(missed)
    .flatMap((running) => {
      const { deadline, ref, due, departmentId } = running;
      const late = workingDaysLateUnpaused(due, at, pausesFor(running, item), calendar);
      return deadlines.escalation
        .filter(({ workingDaysLate, tier }) => workingDaysLate <= late && isOnChain(tier, running))
        .map((level): Escalated => ({
          type: 'ItemEscalated',
          at,
          ...{ deadline, ref, due, departmentId, tier: level.tier },
          ...reached(level, running, item, posts, deadlines.escalationFallback),
        }));
    })
    .filter((event) => !written.includes(keyOf(event)));
  return events.length === 0 ? refused('nothing_to_escalate') : { ok: true, events };
}

/** While the complainant is asked, verification and answers to directives run on: those days are no pause of theirs. */
function pausesFor({ deadline }: RunningDeadline, item: SupervisionItem) {
  const runsOn = deadline === 'verification' || deadline === 'directive';
  return pausesOf(item).filter(({ reason }) => !runsOn || reason !== 'awaiting_complainant');
}

function longestMissed(missed: readonly RunningDeadline[]): readonly RunningDeadline[] {
  const first = new Map<string, RunningDeadline>();
  for (const one of missed) {
    const known = first.get(one.departmentId);
    if (known === undefined || millisOf(endOf(one.due)) < millisOf(endOf(known.due)))
      first.set(one.departmentId, one);
  }
  return [...first.values()];
}

/** The office's own lateness has no head of a department to go to. */
function isOnChain(tier: EscalationTier, { departmentId }: RunningDeadline): boolean {
  return tier !== 'head' || departmentId !== '';
}

function reached(
  { tier, staffIds }: EscalationLevel,
  { departmentId }: RunningDeadline,
  item: SupervisionItem,
  posts: readonly Post[],
  fallback: readonly FallbackOwner[],
): Pick<Escalated, 'staffIds' | 'missing'> {
  const holders = posts.filter((post) => {
    if (staffIds !== undefined) return staffIds.includes(post.staffId);
    if (tier === 'handler' && departmentId === '')
      return 'inspectorId' in item && post.staffId === item.inspectorId;
    if (!post.roles.includes(POST_OF[tier])) return false;
    return tier === 'triage' || tier === 'leader' || post.departmentId === departmentId;
  });
  return reachedOf(holders, posts, fallback);
}

/** Who of these is there, in person or by a substitute; where nobody is, the first fallback owner with somebody, and why. */
export function reachedOf(
  holders: readonly Post[],
  posts: readonly Post[],
  fallback: readonly FallbackOwner[],
): Pick<Escalation, 'staffIds' | 'missing'> {
  const there = actingFor(holders);
  if (there.length > 0) return { staffIds: there, missing: null };
  const missing = holders.length === 0 ? 'vacant' : 'away';
  for (const owner of fallback) {
    const instead = actingFor(
      posts.filter((post) =>
        'role' in owner ? post.roles.includes(owner.role) : post.staffId === owner.staffId,
      ),
    );
    if (instead.length > 0) return { staffIds: instead, missing };
  }
  return { staffIds: [], missing };
}

function actingFor(posts: readonly Post[]): readonly string[] {
  return [...new Set(posts.flatMap(({ actingId }) => actingId ?? []))];
}

/** Whom lateness that goes on has reached above its handler, or in the place of a handler who is not there. */
export function escalatedToIds(item: SupervisionItem): readonly string[] {
  const ids = runningEscalations(item)
    .filter(({ tier, missing }) => tier !== 'handler' || missing !== null)
    .flatMap(({ staffIds }) => staffIds);
  return [...new Set(ids)].toSorted();
}

/** The steps whose deadline still runs with the date that was missed. */
export function runningEscalations(item: SupervisionItem): readonly Escalation[] {
  const running = runningDeadlines(item);
  return item.escalations.filter((step) =>
    running.some(
      ({ deadline, ref, due }) =>
        deadline === step.deadline && ref === step.ref && due.date === step.due.date,
    ),
  );
}

function keyOf({ deadline, ref, due, tier }: Pick<Escalation, 'deadline' | 'ref' | 'due' | 'tier'>): string {
  return `${crossingKey(`${deadline}${ref && `:${ref}`}`, due.date, 0)}:${tier}`;
}
