import {
  COMPLEXITIES,
  handlingClock,
  hasRole,
  isLawfulForComplaint,
  reclassifyComplaint,
  type Actor,
  type Complaint,
  type Complexity,
  type Due,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { deadlinesOfComplaint } from '../policy/deadlines-of-case.ts';
import { calendarOf } from '../policy/rules-in-force.ts';

/** The date a complaint has, in its present category, and those that other complexities would give it; null where that one would be over at once. */
export type ReclassifiedDues = {
  readonly category: string;
  readonly now: Due;
  readonly by: Readonly<Record<Complexity, Due | null>>;
};

/** What another complexity would do to the date, for whoever may change it; null for everybody else. */
export async function previewReclassified(
  house: House,
  actor: Actor,
  state: Complaint,
): Promise<ReclassifiedDues | null> {
  const running = handlingClock(state);
  if (running === null || !('category' in state) || !hasRole(actor, 'triage_admin')) return null;
  if (!isLawfulForComplaint(state.status, 'reclassify')) return null;
  const [calendar, deadlines] = await Promise.all([calendarOf(house), deadlinesOfComplaint(house, state)]);
  const dueBy = (complexity: Complexity): Due | null => {
    const command = { type: 'reclassify', category: '', complexity, reason: '' } as const;
    const decision = reclassifyComplaint(state, command, { now: house.now(), calendar, deadlines });
    const event = decision.ok ? decision.events.find((one) => one.type === 'ComplaintReclassified') : null;
    return event?.clock.due ?? null;
  };
  const by = Object.fromEntries(COMPLEXITIES.map((one) => [one, dueBy(one)]));
  return { category: state.category, now: running.due, by: by as ReclassifiedDues['by'] };
}
