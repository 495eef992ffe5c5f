import { insertRoutingDraft, listRoutingVersions, readRoutingDraft, saveRoutingDraft } from '@bihuan/db';
import {
  CAUSE_CLASSES,
  IMPACTS,
  IMPORTANCES,
  localDateOf,
  URGENCIES,
  type Actor,
  type RoutingPolicy,
  type RoutingRule,
} from '@bihuan/domain';
import { z } from 'zod';
import { listCategories } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { MOST_COUNT, choice, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import { changesRouting } from './routing-authority.ts';
import { routingOf } from './routing-in-force.ts';

const MOST_RULES = 200;

/** Words as people list them: by commas, spaces or lines. */
const words = typedText(0, 500)
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,，、;；]+/u).filter((word) => word !== ''))]);

const revision = { revision: typedNumber(0, MOST_COUNT) };

const ruleSchema = z.object({
  ...revision,
  /** Empty for a new rule. */
  id: z.union([z.literal(''), z.uuid('malformed')]).default(''),
  name: typedText(2, 60),
  categories: z.array(z.string().max(64, 'unknown_category')).max(100, 'out_of_range').default([]),
  words,
  places: words,
  causeClasses: z.array(choice(CAUSE_CLASSES)).default([]),
  leadDepartmentId: z.uuid('unknown_department'),
  cooperatingDepartmentIds: z.array(z.uuid('unknown_department')).max(30, 'out_of_range').default([]),
  importance: choice(IMPORTANCES).default('normal'),
});

const placeSchema = z.object({ ...revision, id: z.uuid('malformed') });

const row = z.object({
  can_wait: choice(IMPORTANCES),
  hindering: choice(IMPORTANCES),
  pressing: choice(IMPORTANCES),
});
const matrixSchema = z.object({ ...revision, priorities: z.object({ one: row, several: row, many: row }) });

export type ChangedDraft = { readonly version: string; readonly revision: number };

/** Begins a draft from the catalogue in force; where there is one already, that is it. */
export async function beginRoutingDraft(house: House, actor: Actor): Promise<Result<ChangedDraft>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const before = await readRoutingDraft(house.db);
  if (before !== null) return done({ version: before.policy.version, revision: before.policy.revision });
  const numbers = (await listRoutingVersions(house.db)).map(
    ({ policy }) => Number(policy.version.split('-')[1]) || 0,
  );
  const version = `routing-${Math.max(0, ...numbers) + 1}`;
  const draft = { ...(await routingOf(house)), version, revision: 0 };
  const isNew = await insertRoutingDraft(house.db, draft, localDateOf(house.now()), house.now());
  return isNew ? done({ version, revision: 0 }) : refusal('stale');
}

/** Adds a rule to the draft as its last, or changes one. */
export async function saveRoutingRule(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedDraft>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const parsed = parseInput(ruleSchema, raw);
  if (!parsed.ok) return parsed;
  const {
    id,
    revision: seen,
    name,
    categories,
    words: found,
    places,
    causeClasses,
    ...target
  } = parsed.value;
  const known = new Set((await answerableDepartments(house)).map((department) => department.id));
  if (!known.has(target.leadDepartmentId)) return badInput({ leadDepartmentId: 'unknown_department' });
  if (target.cooperatingDepartmentIds.some((one) => !known.has(one)))
    return badInput({ cooperatingDepartmentIds: 'unknown_department' });
  if (target.cooperatingDepartmentIds.includes(target.leadDepartmentId))
    return refusal('lead_also_cooperates');
  const codes = new Set((await listCategories(house)).map(({ code }) => code));
  if (categories.some((code) => !codes.has(code))) return badInput({ categories: 'unknown_category' });
  const when = { categories, words: found, places, causeClasses };
  const rule: RoutingRule = { id: id === '' ? house.newId() : id, name, when, ...target };
  return change(house, seen, ({ rules }) => {
    if (id === '') return rules.length < MOST_RULES ? { rules: [...rules, rule] } : null;
    return rules.some((one) => one.id === id)
      ? { rules: rules.map((one) => (one.id === id ? rule : one)) }
      : null;
  });
}

export async function removeRoutingRule(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedDraft>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const parsed = parseInput(placeSchema, raw);
  if (!parsed.ok) return parsed;
  const { id, revision: seen } = parsed.value;
  return change(house, seen, ({ rules }) => ({ rules: rules.filter((one) => one.id !== id) }));
}

/** Lets a rule be looked at before the one above it. */
export async function raiseRoutingRule(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedDraft>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const parsed = parseInput(placeSchema, raw);
  if (!parsed.ok) return parsed;
  const { id, revision: seen } = parsed.value;
  return change(house, seen, ({ rules }) => {
    const at = rules.findIndex((one) => one.id === id);
    const [rule, above] = [rules[at], rules[at - 1]];
    return rule && above
      ? { rules: [...rules.slice(0, at - 1), rule, above, ...rules.slice(at + 1)] }
      : { rules };
  });
}

/** What follows from impact and urgency. */
export async function savePriorities(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedDraft>> {
  if (!changesRouting(actor)) return refusal('not_found');
  const parsed = parseInput(matrixSchema, raw);
  if (!parsed.ok) return parsed;
  const { priorities, revision: seen } = parsed.value;
  const least = (impact: number, urgency: number) =>
    IMPORTANCES.indexOf(priorities[IMPACTS[impact] ?? 'one'][URGENCIES[urgency] ?? 'can_wait']);
  for (let impact = 0; impact < IMPACTS.length; impact += 1)
    for (let urgency = 0; urgency < URGENCIES.length; urgency += 1) {
      const isLess =
        (impact > 0 && least(impact, urgency) < least(impact - 1, urgency)) ||
        (urgency > 0 && least(impact, urgency) < least(impact, urgency - 1));
      if (isLess)
        return badInput({ [`priorities.${IMPACTS[impact]}.${URGENCIES[urgency]}`]: 'out_of_range' });
    }
  return change(house, seen, () => ({ priorities }));
}

async function change(
  house: House,
  seen: number,
  edit: (draft: RoutingPolicy) => Partial<RoutingPolicy> | null,
): Promise<Result<ChangedDraft>> {
  const draft = await readRoutingDraft(house.db);
  if (draft === null || draft.policy.revision !== seen) return refusal('stale');
  const changed = edit(draft.policy);
  if (changed === null) return refusal('stale');
  const policy = { ...draft.policy, ...changed, revision: seen + 1 };
  const isSaved = await saveRoutingDraft(house.db, policy, seen);
  return isSaved ? done({ version: policy.version, revision: policy.revision }) : refusal('stale');
}
