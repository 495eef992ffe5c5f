import { loadRecurringMatter, NEW_HEAD, saveChange, saveRecurringMatter } from '@bihuan/db';
import {
  decideRecurringMatter,
  evolveRecurringMatter,
  hasRole,
  isLocalDate,
  localDateOf,
  type Actor,
  type Recurrence,
  type RecurringMatter,
  type RecurringMatterCommand,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { eventActor } from '../work.ts';
import { recurrenceSchema } from './read-recurrences.ts';

type Done = Promise<Result<{ readonly id: string }>>;

/** Records why a thing keeps coming. For triage admins, like all that follows. */
export function recordRootCause(house: House, actor: Actor, raw: unknown): Done {
  const parsed = parseInput(recurrenceSchema.extend({ rootCause: typedText(5, 2000) }), raw);
  if (!parsed.ok) return Promise.resolve(parsed);
  const { rootCause, ...recurrence } = parsed.value;
  return work(house, actor, recurrence, { type: 'record_root_cause', rootCause });
}

const changeSchema = recurrenceSchema.extend({
  text: typedText(5, 1000),
  ownerDepartmentId: z.uuid('unknown_department'),
  dueOn: z.string('required').refine(isLocalDate, 'not_a_date'),
});

/** Asks a unit to change a rule by a day. */
export async function askRuleChange(house: House, actor: Actor, raw: unknown): Done {
  const parsed = parseInput(changeSchema, raw);
  if (!parsed.ok) return parsed;
  const { text, ownerDepartmentId, dueOn, ...recurrence } = parsed.value;
  const where = { id: ownerDepartmentId, activeTo: null };
  if ((await house.db.prisma.department.count({ where })) === 0)
    return badInput({ ownerDepartmentId: 'unknown_department' });
  return work(house, actor, recurrence, {
    type: 'ask_rule_change',
    change: { text, ownerDepartmentId, dueOn },
  });
}

/** Records what came of the change that was asked for. */
export function finishRuleChange(house: House, actor: Actor, raw: unknown): Done {
  const parsed = parseInput(recurrenceSchema.extend({ result: typedText(2, 1000) }), raw);
  if (!parsed.ok) return Promise.resolve(parsed);
  const { result, ...recurrence } = parsed.value;
  return work(house, actor, recurrence, { type: 'finish_rule_change', result });
}

async function work(
  house: House,
  actor: Actor,
  recurrence: Recurrence,
  command: RecurringMatterCommand,
): Done {
  if (!hasRole(actor, 'triage_admin')) return refusal('not_authorised');
  const loaded = await loadRecurringMatter(house.db, recurrence);
  const now = house.now();
  const context = { id: house.newId(), recurrence, now, today: localDateOf(now) };
  const decision = decideRecurringMatter(loaded?.state ?? null, command, context);
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const before: RecurringMatter | null = loaded?.state ?? null;
  const after = decision.events.reduce<RecurringMatter | null>(
    evolveRecurringMatter,
    before,
  ) as RecurringMatter;
  const statements = saveRecurringMatter(after, decision.events, loaded?.head ?? NEW_HEAD, eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  return saved.ok ? done({ id: after.id }) : refusal('stale');
}
