import {
  readPoliciesOfMatter,
  readRecurrences as read,
  readRecurringComplaints,
  type PolicyOfMatter,
  type RecurrenceLine,
  type RecurringComplaint,
} from '@bihuan/db';
import {
  addDays,
  CAUSE_CLASSES,
  hasRole,
  localDateOf,
  type Actor,
  type RecurrencePolicy,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { signalsOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';

const MOST = 100;

export const recurrenceSchema = z.object({
  category: typedText(1, 100),
  departmentId: z.uuid('unknown_department'),
  causeClass: choice(CAUSE_CLASSES),
});

/** What keeps coming, by category, department and cause. For triage admins, leaders and auditors. */
export async function readRecurrences(
  house: House,
  actor: Actor,
): Promise<Result<readonly RecurrenceLine[]>> {
  if (!hasRole(actor, 'triage_admin', 'leader', 'auditor')) return refusal('not_found');
  const { recurrence } = await signalsOf(house);
  return done(await read(house.db, sinceOf(house, recurrence), recurrence.least, MOST));
}

/** From when on a matter counts as recurring, as the policy in force says. */
export async function recurrenceLimits(house: House): Promise<RecurrencePolicy> {
  return (await signalsOf(house)).recurrence;
}

/** One recurrence with the complaints behind it. */
export async function readRecurrence(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<
  Result<{
    readonly line: RecurrenceLine;
    readonly complaints: readonly RecurringComplaint[];
    /** The policies that were changed for it, or are being. */
    readonly policies: readonly PolicyOfMatter[];
  }>
> {
  const parsed = parseInput(recurrenceSchema, raw);
  const lines = await readRecurrences(house, actor);
  if (!lines.ok) return lines;
  if (!parsed.ok) return refusal('not_found');
  const { category, departmentId, causeClass } = parsed.value;
  const line = lines.value.find(
    (one) => one.category === category && one.departmentId === departmentId && one.causeClass === causeClass,
  );
  if (line === undefined) return refusal('not_found');
  return done({
    line,
    policies: await readPoliciesOfMatter(house.db, parsed.value),
    complaints: await readRecurringComplaints(
      house.db,
      sinceOf(house, await recurrenceLimits(house)),
      parsed.value,
      MOST,
    ),
  });
}

function sinceOf(house: House, { calendarDays }: RecurrencePolicy): string {
  return `${addDays(localDateOf(house.now()), -calendarDays)}T00:00:00+08:00`;
}
