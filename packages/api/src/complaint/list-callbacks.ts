import { loadComplaints, loadItems, readCallbacksDue, type CallbackDue } from '@bihuan/db';
import {
  hasRole,
  isCallbackExhausted,
  unitsOf,
  workingDaysLeft,
  type Actor,
  type Callback,
  type CalledBecause,
  type Instant,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { calendarOf, deadlinesOf } from '../policy/rules-in-force.ts';
import { whyCalled } from './callback-sample.ts';
import { done, refusal, type Result } from '../result.ts';

/** So many are listed; the rest come up when these are done. */
export const MOST_CALLBACKS = 100;

export type CallbackLine = CallbackDue & {
  readonly daysLeft: number | null;
  /** Why this case is called back. */
  readonly because: CalledBecause;
  /** Calls in vain so far in this round, and the last of them. */
  readonly tries: number;
  readonly last: { readonly at: Instant; readonly outcome: Callback['outcome'] } | null;
};

/** The window's worklist of callbacks (回访): what a verification waits for and this clerk is independent enough to ask. */
export async function listCallbacks(house: House, actor: Actor): Promise<Result<readonly CallbackLine[]>> {
  if (!hasRole(actor, 'clerk')) return refusal('not_found');
  const calendar = await calendarOf(house);
  const found = await readCallbacksDue(house.db, unitsOf(actor), MOST_CALLBACKS);
  const [complaints, items] = await Promise.all([
    loadComplaints(house.db, [...new Set(found.map(({ complaintId }) => complaintId))]),
    loadItems(house.db, [...new Set(found.map(({ itemId }) => itemId))]),
  ]);
  const lines = await Promise.all(
    found.map(async (due): Promise<CallbackLine | null> => {
      const complaint = complaints.get(due.complaintId)?.state;
      if (complaint === undefined) return null;
      if (isCallbackExhausted(complaint, await deadlinesOf(house, complaint.deadlineVersion))) return null;
      const item = items.get(due.itemId)?.state;
      const because = item === undefined ? null : await whyCalled(house, complaint, item);
      if (because === null) return null;
      const inVain = complaint.callbacks.slice(
        complaint.callbacks.findLastIndex(({ outcome }) => outcome === 'valid') + 1,
      );
      const last = inVain.at(-1);
      const day = due.dueOn === null ? null : { date: due.dueOn, half: 'pm' as const, provisional: false };
      return {
        ...due,
        because,
        daysLeft: day && workingDaysLeft(day, house.now(), calendar),
        tries: inVain.length,
        last: last === undefined ? null : { at: last.at, outcome: last.outcome },
      };
    }),
  );
  return done(lines.filter((line) => line !== null));
}
