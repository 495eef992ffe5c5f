import {
  deadlinesFor,
  exceptionFor,
  type Complaint,
  type DeadlinePolicy,
  type ExceptedTerm,
  type ExceptionFacts,
  type Importance,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { categoryLines, deadlinesOf } from './rules-in-force.ts';

/** By which rule a term is what it is. Units are those of the term. */
export type DeadlineRule = {
  /** The version of the policy that the case keeps. */
  readonly version: string;
  readonly term: ExceptedTerm;
  readonly days: number;
  /** The category whose exception it is; null where it is of every category. */
  readonly category: { readonly name: string; readonly nameEn: string } | null;
  readonly importance: Importance | null;
};

/** The deadlines that a complaint goes by: those of its policy with the exceptions for its category, or for a given one. */
export async function deadlinesOfComplaint(
  house: House,
  complaint: Complaint,
  category = categoryOf(complaint),
): Promise<DeadlinePolicy> {
  const policy = await deadlinesOf(house, complaint.deadlineVersion);
  return deadlinesFor(policy, await factsOf(house, policy, category === null ? [] : [category], null));
}

/** The same of an item: with the exceptions for its importance and for the categories of its complaints. */
export async function deadlinesOfItem(
  house: House,
  item: Pick<SupervisionItem, 'deadlineVersion' | 'importance'>,
  complaints: readonly Complaint[],
): Promise<DeadlinePolicy> {
  const policy = await deadlinesOf(house, item.deadlineVersion);
  const categories = complaints.flatMap((one) => categoryOf(one) ?? []);
  return deadlinesFor(policy, await factsOf(house, policy, categories, item.importance));
}

/** The rule that the handling of a complaint goes by; null before it is classified. */
export async function handlingRule(house: House, complaint: Complaint): Promise<DeadlineRule | null> {
  if (!('complexity' in complaint)) return null;
  const policy = await deadlinesOf(house, complaint.deadlineVersion);
  return ruleOf(
    house,
    policy,
    await factsOf(house, policy, [complaint.category], null),
    complaint.complexity,
  );
}

/** The terms of an item that an exception sets. */
export async function exceptedTerms(
  house: House,
  item: Pick<SupervisionItem, 'deadlineVersion' | 'importance'>,
  complaints: readonly Complaint[],
): Promise<readonly DeadlineRule[]> {
  const policy = await deadlinesOf(house, item.deadlineVersion);
  const categories = complaints.flatMap((one) => categoryOf(one) ?? []);
  const facts = await factsOf(house, policy, categories, item.importance);
  const terms = ['signFor', 'returnWithin', 'heartbeatCalendarDays', 'verification'] as const;
  const rules = await Promise.all(
    terms
      .filter((term) => exceptionFor(policy, facts, term) !== null)
      .map((term) => ruleOf(house, policy, facts, term)),
  );
  return rules;
}

async function ruleOf(
  house: House,
  policy: DeadlinePolicy,
  facts: ExceptionFacts,
  term: ExceptedTerm,
): Promise<DeadlineRule> {
  const exception = exceptionFor(policy, facts, term);
  const code = exception?.category;
  const category =
    code === undefined
      ? null
      : await house.db.prisma.category.findUnique({ where: { code }, select: { name: true, nameEn: true } });
  return {
    ...{ version: policy.version, term, days: exception?.terms[term] ?? policy[term] },
    category: code === undefined ? null : (category ?? { name: code, nameEn: code }),
    importance: exception?.importance ?? null,
  };
}

async function factsOf(
  house: House,
  { exceptions }: DeadlinePolicy,
  categories: readonly string[],
  importance: Importance | null,
): Promise<ExceptionFacts> {
  return { categories: exceptions.length === 0 ? [] : await categoryLines(house, categories), importance };
}

function categoryOf(complaint: Complaint): string | null {
  return 'category' in complaint ? complaint.category : null;
}
