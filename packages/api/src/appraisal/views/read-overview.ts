import {
  countTallies,
  digestTallies,
  readFrozenCallbacks,
  readNames,
  type DepartmentName,
  type TallyDigest,
} from '@bihuan/db';
import {
  addDays,
  localDateOf,
  LOSS_TALLIES,
  narrate,
  NO_CALLBACKS,
  periodAfter,
  workingDaysLate,
  CALLBACK_TALLIES,
  type Actor,
  type DepartmentExceptions,
  type Digest,
  type Instant,
  type LossTally,
  type Tally,
  type NarrativeFacts,
  type Sentence,
} from '@bihuan/domain';
import { namesOfCategories, type CategoryChoice } from '../../complaint/list-categories.ts';
import type { House } from '../../house.ts';
import { calendarOf, periodsOf, signalsOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { readCoverage } from '../../supervision/read-coverage.ts';
import { readRecurrences } from '../../supervision/read-recurrences.ts';
import { presentPeriod } from '../periods.ts';
import { callbackCountsIn, keyFigures, windowOf, type KeyFigure } from './key-figures.ts';
import { countedFor, overviewScope } from './view-scope.ts';

export type Overview = {
  /** As of when everything here is. */
  readonly asOf: Instant;
  readonly period: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** The one department it is about; null for all. */
  readonly department: DepartmentName | null;
  readonly figures: readonly KeyFigure[];
  readonly sentences: readonly Sentence[];
  readonly departments: readonly DepartmentName[];
  readonly categories: readonly CategoryChoice[];
};

const DIGESTED: readonly Tally[] = [...LOSS_TALLIES, 'red_cards', 'overdue', 'came_back'];

/**
 * What a leader reads first: the exceptions of the present quarter in sentences, and the key figures. For leaders, auditors and
 * appraisal admins; a department reads its own.
 */
export async function readOverview(house: House, actor: Actor): Promise<Result<Overview>> {
  const scope = overviewScope(actor);
  if (scope === null) return refusal('not_found');
  const now = house.now();
  const period = await presentPeriod(house);
  const periodBefore = periodAfter(period.id, -1, await periodsOf(house));
  const { firstDay, lastDay } = period;
  const { narrative } = await signalsOf(house);
  const counted = await countedFor(house, actor, scope);
  const today = localDateOf(now);
  const filter = { ...counted, ...windowOf(period), today, categories: null };
  const before = { ...filter, ...windowOf(periodBefore) };
  const [figures, digests, calls, callsBefore, frozenBefore, uncovered, recurring] = await Promise.all([
    keyFigures(
      house,
      counted,
      { period, before: periodBefore },
      scope.kind === 'all' ? 1 : narrative.leastSample,
    ),
    digestTallies(house.db, DIGESTED, filter, narrative.cites),
    countTallies(house.db, CALLBACK_TALLIES, filter, 'department'),
    countTallies(house.db, CALLBACK_TALLIES, before, 'department'),
    readFrozenCallbacks(house.db, [periodBefore.id]),
    uncoveredFacts(house, actor, narrative.cites),
    recurringFacts(house, actor),
  ]);
  const calendar = await calendarOf(house);
  const lateBy = (oldest: Instant) =>
    workingDaysLate(
      { date: addDays(localDateOf(oldest), -1), half: 'pm', provisional: false },
      now,
      calendar,
    );
  const editionBefore = frozenBefore.get(periodBefore.id);
  const ofDepartment = Map.groupBy(digests, (digest) => digest.departmentId);
  const ids = [...new Set([...ofDepartment.keys(), ...calls.keys()])].filter((id) => id !== '').sort();
  const facts: DepartmentExceptions[] = ids.map((departmentId) => {
    const all = ofDepartment.get(departmentId) ?? [];
    const overdue = all.find(({ tally }) => tally === 'overdue');
    return {
      departmentId,
      losses: lossesOf(all),
      overdue: overdue ? { ...digestOf(overdue), workingDaysLate: lateBy(overdue.firstAt) } : null,
      redCards: digestOfTally(all, 'red_cards'),
      cameBack: digestOfTally(all, 'came_back'),
      calls: countsOf(calls.get(departmentId)),
      callsBefore: editionBefore
        ? (editionBefore.of.get(departmentId) ?? NO_CALLBACKS)
        : countsOf(callsBefore.get(departmentId)),
    };
  });
  const sentences = narrate({ departments: facts, uncovered, recurring }, narrative);
  const { departments } = await readNames(house.db, [
    ...sentences.flatMap((one) => ('departmentId' in one ? [one.departmentId] : [])),
    ...(scope.kind === 'department' ? [scope.departmentId] : []),
  ]);
  return done({
    ...{ asOf: now, period: period.id, firstDay, lastDay, figures, sentences },
    department: scope.kind === 'department' ? (departments.get(scope.departmentId) ?? null) : null,
    departments: [...departments.values()],
    categories: await namesOfCategories(
      house,
      sentences.flatMap((one) => ('category' in one ? [one.category] : [])),
    ),
  });
}

function countsOf(counts: Partial<Record<Tally, number>> | undefined) {
  return counts === undefined ? NO_CALLBACKS : callbackCountsIn(counts);
}

function digestOf({ rows, things, centipoints, cites }: TallyDigest): Digest {
  return { rows, things, centipoints, cites };
}

function digestOfTally(all: readonly TallyDigest[], tally: Tally): Digest | null {
  const digest = all.find((one) => one.tally === tally);
  return digest === undefined ? null : digestOf(digest);
}

function lossesOf(all: readonly TallyDigest[]): Partial<Record<LossTally, Digest>> {
  return Object.fromEntries(
    all
      .filter(({ tally }) => (LOSS_TALLIES as readonly Tally[]).includes(tally))
      .map((digest) => [digest.tally, digestOf(digest)]),
  );
}

/** Null for those who may not read the page of what nobody owns. */
async function uncoveredFacts(
  house: House,
  actor: Actor,
  cites: number,
): Promise<NarrativeFacts['uncovered']> {
  const coverage = await readCoverage(house, actor);
  if (!coverage.ok) return null;
  const { lines, isCapped } = coverage.value;
  return {
    ...{ rows: lines.length, isCapped },
    cites: lines.slice(0, cites).map(({ about, id, number }) => ({ about, id, number })),
  };
}

/** What keeps coming and has no root cause recorded yet. */
async function recurringFacts(house: House, actor: Actor): Promise<NarrativeFacts['recurring']> {
  const lines = await readRecurrences(house, actor);
  if (!lines.ok) return [];
  return lines.value
    .filter(({ status }) => status === null)
    .map(({ departmentId, category, causeClass, count }) => ({
      ...{ departmentId, category, causeClass, rows: count },
    }));
}
