import { policyInForce, policyVersion, readSheetFacts, type PolicyData } from '@bihuan/db';
import {
  composeSheet,
  DEFAULT_APPRAISAL,
  DEFAULT_COEFFICIENTS,
  DEFAULT_GROUPS,
  DEFAULT_PAY,
  DEFAULT_SCORING,
  instantAt,
  localDateOf,
  type AccountSum,
  type AppraisalPeriod,
  type PeriodSheet,
  type SheetPolicies,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { indicatorAccounts } from './indicator/indicator-account.ts';
import { signedLastPlaces } from './last-place/signed-last-places.ts';
import { periodById, spanOf } from './periods.ts';

/** Sums that stand in for those of the ledger, by department; for lines that a draft would have made. */
export type GivenSums = {
  readonly supervision?: ReadonlyMap<string, AccountSum>;
  readonly adjustment?: ReadonlyMap<string, AccountSum>;
  readonly indicator?: ReadonlyMap<string, AccountSum>;
};

/** The score sheet of a period (`2026-Q3`) as the ledger and the policies of the period give it. Throws `RangeError` where there is no such period. */
export async function composePeriod(house: House, periodId: string): Promise<PeriodSheet> {
  const period = await knownPeriod(house, periodId);
  return composePeriodUnder(house, periodId, await policiesOfPeriod(house, period));
}

/** The score sheet of a period under other policies; nothing is written. */
export async function composePeriodUnder(
  house: House,
  periodId: string,
  policies: SheetPolicies,
  given: GivenSums = {},
): Promise<PeriodSheet> {
  const period = await knownPeriod(house, periodId);
  const isVolumeAsked = policies.groups.volumeSteps.length > 0;
  const yearBefore = isVolumeAsked ? instantAt(yearBeforeOf(period.firstDay), '00:00') : null;
  const [counted, indicators] = await Promise.all([
    readSheetFacts(house.db, period, { ...spanOf(period), yearBefore }),
    given.indicator ?? indicatorSums(house, period),
  ]);
  const nothing: AccountSum = { centipoints: 0, lines: 0 };
  const facts = counted.map((department) => ({
    ...department,
    indicator: indicators.get(department.id) ?? null,
    supervision: given.supervision
      ? (given.supervision.get(department.id) ?? nothing)
      : department.supervision,
    adjustment: given.adjustment ? (given.adjustment.get(department.id) ?? nothing) : department.adjustment,
  }));
  return composeSheet(period, facts, policies, await signedLastPlaces(house, periodId, policies.pay));
}

async function indicatorSums(
  house: House,
  period: AppraisalPeriod,
): Promise<ReadonlyMap<string, AccountSum>> {
  const accounts = await indicatorAccounts(house, period);
  return new Map(
    [...accounts].map(([id, { centipoints, lines }]) => [id, { centipoints, lines: lines.length }]),
  );
}

/** The policies a period is counted under: those in force on its last day, or today while it runs. */
export async function policiesOfPeriod(
  house: House,
  { lastDay }: Pick<AppraisalPeriod, 'lastDay'>,
): Promise<SheetPolicies> {
  const today = localDateOf(house.now());
  const on = lastDay < today ? lastDay : today;
  const read = async <Kind extends keyof SheetPolicies>(kind: Kind, otherwise: PolicyData[Kind]) =>
    (await policyInForce(house.db, kind, on)) ?? otherwise;
  const [scoring, appraisal, groups, coefficients, pay] = await Promise.all([
    read('scoring', DEFAULT_SCORING),
    read('appraisal', DEFAULT_APPRAISAL),
    read('groups', DEFAULT_GROUPS),
    read('coefficients', DEFAULT_COEFFICIENTS),
    read('pay', DEFAULT_PAY),
  ]);
  return { scoring, appraisal, groups, coefficients, pay };
}

/** The policies of these versions, as a sheet that was kept names them; the first ones were never published. */
export async function policiesOfVersions(
  house: House,
  versions: PeriodSheet['policyVersions'],
): Promise<SheetPolicies> {
  const read = async <Kind extends keyof SheetPolicies>(kind: Kind, otherwise: PolicyData[Kind]) =>
    (await policyVersion(house.db, kind, versions[kind])) ?? otherwise;
  const [scoring, appraisal, groups, coefficients, pay] = await Promise.all([
    read('scoring', DEFAULT_SCORING),
    read('appraisal', DEFAULT_APPRAISAL),
    read('groups', DEFAULT_GROUPS),
    read('coefficients', DEFAULT_COEFFICIENTS),
    read('pay', DEFAULT_PAY),
  ]);
  return { scoring, appraisal, groups, coefficients, pay };
}

async function knownPeriod(house: House, periodId: string): Promise<AppraisalPeriod> {
  const period = await periodById(house, periodId);
  if (period === null) throw new RangeError(`no period: ${periodId}`);
  return period;
}

function yearBeforeOf(date: string): string {
  const before = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return before.endsWith('02-29') ? before.replace('02-29', '02-28') : before;
}
