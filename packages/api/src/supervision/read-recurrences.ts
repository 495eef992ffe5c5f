import {
  readPoliciesOfMatter,
  readRecurrences as read,
  readRecurringComplaints,
  type PolicyOfMatter,
  type RecurrenceLine,
  type RecurringComplaint,
} from '@bihuan/db';
import { addDays, CAUSE_CLASSES, hasRole, localDateOf, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';

/** How far back is looked, and how often a thing has to come to be called recurring. */
export const RECURRENCE = { days: 180, least: 3 } as const;

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
  return done(await read(house.db, sinceOf(house), RECURRENCE.least, MOST));
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
    complaints: await readRecurringComplaints(house.db, sinceOf(house), parsed.value, MOST),
  });
}

function sinceOf(house: House): string {
  return `${addDays(localDateOf(house.now()), -RECURRENCE.days)}T00:00:00+08:00`;
}
