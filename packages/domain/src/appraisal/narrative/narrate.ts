import type { CauseClass } from '../../complaint/complaint.ts';
import type { NarrativePolicy } from '../../policy/signal-policy.ts';
import { LOSS_TALLIES, type LossTally } from '../tally.ts';
import { threeRates, type CallbackCounts } from '../three-rates.ts';
import type { Digest, Sentence, SentenceCode } from './sentence.ts';

/** What is known of one department; a tally without rows is missing. */
export type DepartmentExceptions = {
  readonly departmentId: string;
  readonly losses: Partial<Record<LossTally, Digest>>;
  readonly overdue: (Digest & { readonly workingDaysLate: number }) | null;
  readonly redCards: Digest | null;
  readonly cameBack: Digest | null;
  readonly calls: CallbackCounts;
  /** Of the whole period before. */
  readonly callsBefore: CallbackCounts;
};

export type RecurringFacts = {
  readonly departmentId: string;
  readonly category: string;
  readonly causeClass: CauseClass;
  readonly rows: number;
};

export type NarrativeFacts = {
  readonly departments: readonly DepartmentExceptions[];
  /** Null where the person may not know of it. */
  readonly uncovered: (Pick<Digest, 'rows' | 'cites'> & { readonly isCapped: boolean }) | null;
  /** Those whose root cause nobody has recorded. */
  readonly recurring: readonly RecurringFacts[];
};

const ORDER: readonly SentenceCode[] = [
  'uncovered',
  'red_cards',
  'points_lost',
  'overdue',
  'came_back',
  'composite_fell',
  'recurring',
];

/**
 * The exceptions of a period in the order in which they are told: the gravest first, then by kind, then by size; departments
 * in the order given. Source: domain.md, Appraisal; docs/rules/signals.md.
 */
export function narrate(facts: NarrativeFacts, policy: NarrativePolicy): readonly Sentence[] {
  const { uncovered, recurring } = facts;
  const sentences: Sentence[] = facts.departments.flatMap((one) => [
    ...pointsLost(one, policy),
    ...overdue(one, policy),
    ...compositeFell(one, policy),
    ...redCards(one),
    ...cameBack(one),
  ]);
  if (uncovered !== null && uncovered.rows > 0)
    sentences.push({ code: 'uncovered', severity: 3, size: uncovered.rows, ...uncovered });
  for (const one of recurring)
    sentences.push({ code: 'recurring', severity: 1, size: one.rows, cites: [], ...one });
  return sentences.toSorted(
    (a, b) => b.severity - a.severity || ORDER.indexOf(a.code) - ORDER.indexOf(b.code) || b.size - a.size,
  );
}

function pointsLost(
  { departmentId, losses }: DepartmentExceptions,
  policy: NarrativePolicy,
): readonly Sentence[] {
  const lost = LOSS_TALLIES.reduce((sum, cause) => sum - (losses[cause]?.centipoints ?? 0), 0);
  if (lost < policy.leastLoss) return [];
  const [cause] = LOSS_TALLIES.toSorted(
    (a, b) => (losses[a]?.centipoints ?? 0) - (losses[b]?.centipoints ?? 0),
  );
  const digest = cause && losses[cause];
  if (cause === undefined || digest === undefined) return [];
  return [
    {
      ...{ code: 'points_lost', departmentId, lost, cause, size: lost },
      ...{ lostOverIt: -digest.centipoints, things: digest.things, cites: digest.cites },
      severity: lost >= policy.heavyLoss ? 3 : 2,
    },
  ];
}

function overdue(
  { departmentId, overdue: late }: DepartmentExceptions,
  policy: NarrativePolicy,
): readonly Sentence[] {
  if (late === null) return [];
  const { things, workingDaysLate, cites } = late;
  const severity = workingDaysLate >= policy.heavyLate ? 3 : 2;
  return [{ code: 'overdue', departmentId, severity, size: things, things, workingDaysLate, cites }];
}

function compositeFell(
  { departmentId, calls, callsBefore }: DepartmentExceptions,
  policy: NarrativePolicy,
): readonly Sentence[] {
  if (calls.valid < policy.leastSample || callsBefore.valid < policy.leastSample) return [];
  const now = threeRates(calls)?.composite ?? 0;
  const before = threeRates(callsBefore)?.composite ?? 0;
  const fall = (before - now) * 100;
  if (fall < policy.rateFall) return [];
  const { valid } = calls;
  return [{ code: 'composite_fell', departmentId, severity: 2, size: fall, now, before, valid, cites: [] }];
}

function redCards({ departmentId, redCards: cards }: DepartmentExceptions): readonly Sentence[] {
  if (cards === null) return [];
  const { rows, cites } = cards;
  return [{ code: 'red_cards', departmentId, severity: 3, size: rows, rows, cites }];
}

function cameBack({ departmentId, cameBack: back }: DepartmentExceptions): readonly Sentence[] {
  if (back === null) return [];
  const { things, cites } = back;
  return [{ code: 'came_back', departmentId, severity: 2, size: things, things, cites }];
}
