import type { ScoreBand, WeightedAccount } from '../policy/appraisal-policy.ts';
import { coefficientOf } from '../policy/coefficient-policy.ts';
import { groupOf } from '../policy/group-policy.ts';
import { fraction, rounded, sumOf, times, type Fraction } from './fraction.ts';
import { withLastPlace, type LastPlaceRuling } from './last-place.ts';
import type { AppraisalPeriod } from './period.ts';
import type {
  DepartmentFacts,
  DepartmentSheet,
  PeriodSheet,
  SheetAccount,
  SheetNote,
  SheetPolicies,
  SheetRate,
} from './period-sheet.ts';
import { compositeRatio, threeRates } from './three-rates.ts';
import { wilsonInterval } from './wilson-interval.ts';

const WEIGHTED: readonly WeightedAccount[] = ['indicator', 'supervision', 'satisfaction'];

/**
 * The score sheet of all departments in a period. Accounts are weighed exactly and the score is rounded once, to hundredths of a point,
 * halves up; bands, ranks and pay factors follow from the rounded score, which is the one that is read. `rulings`: what was signed
 * about last places of the period. Source: domain.md, Appraisal.
 */
export function composeSheet(
  period: AppraisalPeriod,
  facts: readonly DepartmentFacts[],
  policies: SheetPolicies,
  rulings: readonly LastPlaceRuling[] = [],
): PeriodSheet {
  const { scoring, appraisal, groups, coefficients, pay } = policies;
  const policyVersions = {
    scoring: scoring.version,
    appraisal: appraisal.version,
    groups: groups.version,
    coefficients: coefficients.version,
    pay: pay.version,
  };
  const alone = facts.map((department) => composeDepartment(period, department, policies));
  const byCode = alone.toSorted((one, other) =>
    one.code === other.code ? compare(one.departmentId, other.departmentId) : compare(one.code, other.code),
  );
  return {
    period: { id: period.id, firstDay: period.firstDay, lastDay: period.lastDay },
    policyVersion: Object.values(policyVersions).join(' '),
    policyVersions,
    departments: withLastPlace(ranked(byCode), pay, rulings),
  };
}

function composeDepartment(
  period: AppraisalPeriod,
  facts: DepartmentFacts,
  { scoring, appraisal, groups, coefficients }: SheetPolicies,
): DepartmentSheet {
  const { callbacks, excluded } = facts;
  const ratio = compositeRatio(callbacks, scoring.threeRates);
  const exact: Readonly<Record<WeightedAccount, Fraction | null>> = {
    indicator: facts.indicator && fraction(facts.indicator.centipoints),
    supervision: fraction(scoring.supervisionBase + facts.supervision.centipoints),
    satisfaction: ratio && fraction(10_000 * ratio.numerator, ratio.denominator),
  };
  const counted = WEIGHTED.filter((account) => exact[account] !== null && appraisal.weights[account] > 0);
  const weight = counted.reduce((sum, account) => sum + appraisal.weights[account], 0);
  const account = (name: WeightedAccount, lines: number): SheetAccount => {
    const value = exact[name];
    const weightPercent = appraisal.weights[name];
    const isCounted = counted.includes(name);
    return {
      centipoints: value && rounded(value),
      weightPercent,
      effectiveWeightPercent: isCounted ? rounded(fraction(weightPercent * 10_000, weight)) / 100 : 0,
      lines,
    };
  };
  const sum = counted.reduce(
    (sum, name) => sumOf(sum, times(exact[name] as Fraction, fraction(appraisal.weights[name], weight))),
    fraction(facts.adjustment.centipoints),
  );
  const composite = weight === 0 ? null : rounded(sum);
  const isEnded = facts.activeTo !== null && facts.activeTo <= period.lastDay;
  const coefficient = coefficientOf(coefficients, facts.id);
  const notes: readonly (SheetNote | false)[] = [
    facts.indicator === null && 'no_indicator',
    ratio === null && 'no_sample',
    ratio !== null && callbacks.valid < appraisal.minimumSample && 'small_sample',
    facts.activeFrom > period.firstDay && 'new_in_period',
    isEnded && 'ended_in_period',
    composite !== null && composite < 0 && !isEnded && 'pay_floor',
  ];
  return {
    departmentId: facts.id,
    code: facts.code,
    name: facts.name,
    nameEn: facts.nameEn,
    groupId: groupOf(groups, facts),
    accounts: {
      indicator: account('indicator', facts.indicator?.lines ?? 0),
      supervision: account('supervision', facts.supervision.lines),
      satisfaction: account('satisfaction', callbacks.valid),
      adjustment: {
        centipoints: facts.adjustment.centipoints,
        weightPercent: 0,
        effectiveWeightPercent: 0,
        lines: facts.adjustment.lines,
      },
    },
    satisfactionRatio: ratio,
    composite,
    callbacks: {
      valid: callbacks.valid,
      contacted: callbacks.contacted,
      solved: callbacks.solved,
      satisfied: callbacks.satisfied,
      basicallySatisfied: callbacks.basicallySatisfied,
    },
    rates: ratesOf(facts, scoring),
    excludedRatio: { excluded, of: callbacks.valid + excluded },
    volume: facts.volume,
    band: composite === null ? null : bandOf(composite, appraisal.bands),
    rankInGroup: null,
    ranked: 0,
    coefficient,
    payFactor: composite === null || isEnded ? null : coefficient * Math.max(0, composite),
    successorId: facts.successorId,
    notes: notes.filter((note) => note !== false),
  };
}

function ratesOf(
  { callbacks }: DepartmentFacts,
  { threeRates: weights }: SheetPolicies['scoring'],
): DepartmentSheet['rates'] {
  const rates = threeRates(callbacks, weights);
  if (rates === null) return null;
  const { valid: of, contacted, solved, satisfied, basicallySatisfied } = callbacks;
  const rate = (value: number, hits: number): SheetRate => ({ hits, of, value, ...wilsonInterval(hits, of) });
  const content = (100 * satisfied + weights.basicallySatisfied * basicallySatisfied) / 100;
  return {
    response: rate(rates.response, contacted),
    resolution: rate(rates.resolution, solved),
    satisfaction: rate(rates.satisfaction, content),
    composite: rates.composite,
  };
}

function bandOf(composite: number, bands: SheetPolicies['appraisal']['bands']): ScoreBand {
  return bands.find(({ from }) => composite >= from)?.band ?? 'poor';
}

/** Ranks within groups: equal scores share a rank, and the next one counts them all (1, 1, 3). */
function ranked(sheets: readonly DepartmentSheet[]): readonly DepartmentSheet[] {
  const groups = Map.groupBy(sheets.filter(isRanked), ({ groupId }) => groupId);
  return sheets.map((sheet) => {
    const group = groups.get(sheet.groupId) ?? [];
    if (!isRanked(sheet)) return { ...sheet, ranked: group.length };
    const better = group.filter(({ composite }) => composite > sheet.composite).length;
    const isTied = group.some(
      ({ departmentId, composite }) => departmentId !== sheet.departmentId && composite === sheet.composite,
    );
    const notes: readonly SheetNote[] = [
      ...(isTied ? (['tied'] as const) : []),
      ...(group.length < 3 ? (['small_group'] as const) : []),
    ];
    return { ...sheet, ranked: group.length, rankInGroup: better + 1, notes: [...sheet.notes, ...notes] };
  });
}

function isRanked(sheet: DepartmentSheet): sheet is DepartmentSheet & { readonly composite: number } {
  return sheet.composite !== null && !sheet.notes.includes('ended_in_period');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
