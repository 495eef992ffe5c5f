import { readFrozenEdition, readFrozenLineIds, readLedgerLines, type LedgerLine } from '@bihuan/db';
import type {
  Actor,
  AppraisalPeriod,
  AppraisalPolicy,
  Coefficient,
  DepartmentSheet,
  IndicatorAccount,
  PeriodSheet,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { composePeriodUnder, policiesOfPeriod, policiesOfVersions } from './compose-period.ts';
import { indicatorAccounts } from './indicator/indicator-account.ts';
import { periodsSoFar, presentPeriod } from './periods.ts';
import { seesSheet } from './sheet-scope.ts';

/** So many lines of an account are shown; the sum is of all. */
export const MOST_LINES = 1000;

/** The accounts of a department in a period: what they come to, and each line of them. */
export type ScoreSheet = {
  readonly period: string;
  readonly periods: readonly string[];
  readonly span: AppraisalPeriod;
  readonly department: DepartmentSheet;
  readonly policyVersions: PeriodSheet['policyVersions'];
  readonly bands: AppraisalPolicy['bands'];
  /** How many points adjustment adds or takes at most, in hundredths. */
  readonly adjustmentCap: number;
  /** Why the coefficient of the department is what it is; null where it has none of its own. */
  readonly coefficient: Coefficient | null;
  /** Null where no indicator has a result. */
  readonly indicator: IndicatorAccount | null;
  /** What the supervision account begins with, in hundredths of a point, as everything here. */
  readonly base: number;
  readonly policyVersion: string;
  /** Lines of the supervision account. */
  readonly lines: readonly LedgerLine[];
  readonly lineCount: number;
  /** Base and all lines. */
  readonly sum: number;
  /** Lines of the adjustment account. */
  readonly adjustments: readonly LedgerLine[];
  /** Lines that came after the period was frozen, and are in none of the sums above. */
  readonly lateLines: readonly LedgerLine[];
};

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  period: z.string('malformed').optional(),
});

/** The score sheet (成绩单) of a department; of a frozen period as its latest edition says. A sheet that is not for this person is `not_found`. */
export async function readScoreSheet(house: House, actor: Actor, raw: unknown): Promise<Result<ScoreSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { departmentId } = parsed.value;
  if (!seesSheet(actor, departmentId)) return refusal('not_found');
  const periods = await periodsSoFar(house);
  const asked = parsed.value.period ?? (await presentPeriod(house)).id;
  const span = periods.find(({ id }) => id === asked);
  if (span === undefined) return badInput({ period: 'not_a_choice' });
  const frozen = await readFrozenEdition(house.db, span.id);
  const policies = frozen
    ? await policiesOfVersions(house, frozen.sheet.policyVersions)
    : await policiesOfPeriod(house, span);
  const sheet = frozen?.sheet ?? (await composePeriodUnder(house, span.id, policies));
  const department = sheet.departments.find((one) => one.departmentId === departmentId);
  if (department === undefined) return refusal('not_found');
  const of = { departmentId, period: span.id };
  const [indicators, supervision, adjustment, frozenIds] = await Promise.all([
    indicatorAccounts(house, span, frozen?.takenAt ?? null),
    readLedgerLines(house.db, { ...of, account: 'supervision' }, MOST_LINES),
    readLedgerLines(house.db, { ...of, account: 'adjustment' }, MOST_LINES),
    readFrozenLineIds(house.db, span.id, departmentId),
  ]);
  const inSheet = frozenIds && new Set(frozenIds);
  const isIn = ({ id }: LedgerLine) => inSheet === null || inSheet.has(id);
  const itemIds = [...supervision, ...adjustment].flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  const ofItem = await complaintsOfItems(
    house,
    itemIds.map((id) => ({ id })),
  );
  const hide = await hiderFor(house, actor, [...ofItem.values()].flat());
  const hidden = (line: LedgerLine) =>
    line.itemId === null ? line : hide.matter(line, ofItem.get(line.itemId) ?? []);
  const base = policies.scoring.supervisionBase;
  return done({
    ...{ period: span.id, periods: periods.map(({ id }) => id), span, department },
    policyVersions: sheet.policyVersions,
    bands: policies.appraisal.bands,
    adjustmentCap: policies.appraisal.adjustmentCap,
    coefficient: policies.coefficients.departments[departmentId] ?? null,
    indicator: indicators.get(departmentId) ?? null,
    base,
    policyVersion: policies.scoring.version,
    lines: supervision.filter(isIn).map(hidden),
    lineCount: department.accounts.supervision.lines,
    sum: department.accounts.supervision.centipoints ?? base,
    adjustments: adjustment.filter(isIn).map(hidden),
    lateLines: [...supervision, ...adjustment].filter((line) => !isIn(line)).map(hidden),
  });
}
