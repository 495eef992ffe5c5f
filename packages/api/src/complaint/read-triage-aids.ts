import { readNames, readSuccession, readWorkloads, type DepartmentName, type Workload } from '@bihuan/db';
import {
  departmentInCharge,
  hasRole,
  localDateOf,
  type Actor,
  type Complexity,
  type PriorityMatrix,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { routingOf } from '../policy/routing/routing-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { answerableDepartments } from '../supervision/item-choices.ts';
import { previewComplexities, previewExceptions, type DuePreview } from './due-date-preview.ts';
import { findLookAlikes, type LookAlike } from './find-lookalikes.ts';
import { listCategories, type CategoryChoice } from './list-categories.ts';
import { matchComplaintRoute, type CatalogueRoute } from './match-complaint-route.ts';
import { suggestTriage, type LearnedSuggestions } from './suggest-triage.ts';

const MOST = 5;

const schema = z.object({ complaintId: z.uuid() });

/** What helps to triage a complaint. All of it is for a person to take or leave; nothing is applied by itself. */
export type TriageAids = {
  readonly categories: readonly CategoryChoice[];
  /** What acceptance now would promise. */
  readonly dates: Readonly<Record<Complexity, DuePreview>>;
  /** The dates of categories that have days of their own, by code. */
  readonly exceptedDates: Readonly<Record<string, Readonly<Record<Complexity, DuePreview>>>>;
  readonly departments: readonly DepartmentName[];
  readonly workloads: Readonly<Record<string, Workload>>;
  readonly lookAlikes: readonly LookAlike[];
  readonly suggestedCategory: LearnedSuggestions;
  /** Labels are ids of departments that answer today. */
  readonly suggestedDepartment: LearnedSuggestions;
  /** What the routing catalogue in force says. */
  readonly route: CatalogueRoute | null;
  readonly priorities: PriorityMatrix;
  /** Names of departments that are suggested. */
  readonly names: Readonly<Record<string, DepartmentName>>;
};

const NOTHING_LEARNED: LearnedSuggestions = { suggestions: [], model: null };

/** For triage; a clerk, who settles on the spot, gets catalogue and dates alone. */
export async function readTriageAids(house: House, actor: Actor, raw: unknown): Promise<Result<TriageAids>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok || !hasRole(actor, 'triage_admin', 'clerk')) return refusal('not_found');
  const { complaintId: id } = parsed.value;
  const row = await house.db.prisma.complaint.findUnique({
    where: { id },
    select: { title: true, body: true, place: true, aboutDepartmentId: true, submittedAt: true },
  });
  if (row === null) return refusal('not_found');
  const [categories, dates, departments, { priorities }] = await Promise.all([
    listCategories(house),
    previewComplexities(house),
    answerableDepartments(house),
    routingOf(house),
  ]);
  const exceptedDates = await previewExceptions(house, categories);
  const plain = { categories, dates, exceptedDates, departments, priorities };
  if (!hasRole(actor, 'triage_admin'))
    return done({
      ...{ ...plain, workloads: {}, lookAlikes: [], route: null, names: {} },
      ...{ suggestedCategory: NOTHING_LEARNED, suggestedDepartment: NOTHING_LEARNED },
    });
  const { aboutDepartmentId: departmentId, submittedAt, ...matter } = row;
  const subject = { id, ...matter, departmentId, submittedAt: submittedAt.toISOString() };
  const today = localDateOf(house.now());
  const [lookAlikes, { category, department }, route, workloads] = await Promise.all([
    findLookAlikes(house, subject, MOST),
    suggestTriage(house, row),
    matchComplaintRoute(house, id),
    readWorkloads(house.db, today),
  ]);
  const suggestedDepartment = await inChargeToday(house, department);
  const codes = new Set(categories.map(({ code }) => code));
  const known = category.suggestions.filter(({ label }) => codes.has(label));
  const named = [
    ...suggestedDepartment.suggestions.map(({ label }) => label),
    ...(route ? [route.leadDepartmentId] : []),
  ];
  const { departments: names } = await readNames(house.db, [
    ...named,
    ...(route?.cooperatingDepartmentIds ?? []),
  ]);
  return done({
    ...plain,
    ...{ lookAlikes, route, suggestedDepartment },
    workloads: Object.fromEntries(workloads.map((load) => [load.departmentId, load])),
    suggestedCategory: { ...category, suggestions: known },
    names: Object.fromEntries(names),
  });
}

/** What was learned names departments of that time; those that answer for them now take their place. */
async function inChargeToday(house: House, learned: LearnedSuggestions): Promise<LearnedSuggestions> {
  const departments = await readSuccession(house.db);
  const today = localDateOf(house.now());
  const seen = new Set<string>();
  const suggestions = learned.suggestions.flatMap((suggestion) => {
    const label = departmentInCharge(departments, suggestion.label, today);
    if (label === null || seen.has(label)) return [];
    seen.add(label);
    return [{ ...suggestion, label }];
  });
  return { ...learned, suggestions };
}
