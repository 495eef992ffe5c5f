import { loadComplaint } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { isKnownCategory } from './list-categories.ts';
import { settlement, settleOnTheSpot } from './settle-on-the-spot.ts';
import { submitComplaint, type Receipt } from './submit-complaint.ts';

const desk = z.object({
  channel: choice(['walk_in', 'phone']),
  /** Whether the matter was settled while the person was there. */
  isSettled: z.union([z.boolean(), z.stringbool()], 'not_a_choice').default(false),
});

const settled = z.object(settlement);

/**
 * Logs a complaint for the person at the desk or on the phone, and settles it on the spot where the clerk says so. Nothing
 * is filed where what is said of the settlement is not complete; one that was filed and cut off before it was settled is settled
 * when it is sent again. For clerks.
 */
export async function logWalkIn(
  house: House,
  actor: Actor,
  raw: Readonly<Record<string, unknown>>,
): Promise<Result<Receipt & { readonly isNew: boolean }>> {
  if (!hasRole(actor, 'clerk')) return refusal('not_found');
  const parsed = parseInput(desk, raw);
  if (!parsed.ok) return parsed;
  const { isSettled } = parsed.value;
  if (isSettled) {
    const said = parseInput(settled, raw);
    if (!said.ok) return said;
    if (!(await isKnownCategory(house, said.value.category)))
      return badInput({ category: 'unknown_category' });
  }
  const filed = await submitComplaint(house, actor, raw);
  if (!filed.ok || !isSettled) return filed;
  const { complaintId } = filed.value;
  const after = await settleOnTheSpot(house, actor, { ...raw, complaintId });
  if (after.ok || (await isSettledAlready(house, complaintId))) return done(filed.value);
  return after;
}

async function isSettledAlready(house: House, complaintId: string): Promise<boolean> {
  return (await loadComplaint(house.db, complaintId))?.state.status === 'settled_on_the_spot';
}
