import type { DepartmentName, Names } from '@bihuan/db';
import {
  addDays,
  countedResult,
  hidePrivateData,
  indicatorPoints,
  instantAt,
  isDueMonth,
  isUsedIn,
  isInForce,
  localDateOf,
  measuredText,
  periodOn,
  rounded,
  twelfthsOf,
  versionAt,
  type BulletinMonth,
  type IndicatorDefinition,
  type IndicatorInForce,
  type IndicatorPolicy,
  type IndicatorResult,
  type Instant,
  type Light,
  type Measured,
  type PeriodSchedule,
  type ResultWay,
} from '@bihuan/domain';
import type { PersonView } from '../../supervision/item-view.ts';

/** A definition with values as text and names in place of ids. */
export type DefinitionView = Omit<
  IndicatorDefinition,
  'owners' | 'base' | 'target' | 'stretch' | 'method'
> & {
  readonly owners: readonly { readonly department: DepartmentName | null; readonly weight: number }[];
  readonly base: string;
  readonly target: string;
  readonly stretch: string;
  readonly method: IndicatorDefinition['method']['kind'];
  readonly steps: readonly { readonly from: string; readonly centipoints: number }[];
  readonly deduction: { readonly each: number; readonly per: string } | null;
  readonly jurors: readonly PersonView[];
};

export function definitionView(definition: IndicatorDefinition, names: Names): DefinitionView {
  const { owners, base, target, stretch, method, ...rest } = definition;
  const text = (value: Measured | null) => (value === null ? '' : measuredText(value));
  return {
    ...rest,
    owners: owners.map(({ departmentId, weight }) => ({
      department: names.departments.get(departmentId) ?? null,
      weight,
    })),
    ...{ base: text(base), target: text(target), stretch: text(stretch), method: method.kind },
    steps:
      method.kind === 'steps'
        ? method.steps.map(({ from, centipoints }) => ({ from: measuredText(from), centipoints }))
        : [],
    deduction: method.kind === 'deduction' ? { each: method.each, per: measuredText(method.per) } : null,
    jurors: method.kind === 'jury' ? method.jurorIds.flatMap((id) => personView(id, names) ?? []) : [],
  };
}

export function personView(id: string, { people, departments }: Names): PersonView | null {
  const person = people.get(id);
  if (person === undefined) return null;
  return { id, name: person.name, department: departments.get(person.departmentId) ?? null };
}

/** The result of a month as it counts, beside what was due by then. */
export type MonthView = {
  readonly month: BulletinMonth;
  readonly nth: number;
  readonly value: string;
  /** What was due by the end of the month; empty where no target says. */
  readonly due: string;
  /** Hundredths of a percent. */
  readonly pace: number;
  readonly light: Light;
  readonly centipoints: number;
  readonly arithmetic: Readonly<Record<string, string | number>>;
};

/** The month's result that counts, scored by the version in force at the end of its period; null where there is none. */
export function monthView(
  indicator: IndicatorInForce,
  month: BulletinMonth,
  policy: IndicatorPolicy,
  schedule: PeriodSchedule,
): MonthView | null {
  const result = countedResult(indicator, month);
  if (result?.light === undefined || result.light === null) return null;
  const { definition } = versionAt(
    indicator,
    instantAt(addDays(periodOn(`${month}-01`, schedule).lastDay, 1), '00:00'),
  );
  const { centipoints, arithmetic } = indicatorPoints(definition, result.value, month, policy);
  return {
    ...{ month, nth: result.nth, value: measuredText(result.value), due: dueText(definition, month) },
    ...{ pace: result.pace ?? 0, light: result.light, centipoints, arithmetic },
  };
}

/** What was due by the end of a month, to hundredths. */
export function dueText({ target, accumulates }: IndicatorDefinition, month: BulletinMonth): string {
  if (!accumulates) return measuredText(target);
  return measuredText(rounded(BigInt(target) * BigInt(twelfthsOf(month)), 1200n) * 100);
}

/** Months of the indicator's year that results are due for and that have begun, the latest first. */
export function dueMonths(
  indicator: Pick<IndicatorInForce, 'year' | 'versions' | 'retired'>,
  now: Instant,
): readonly BulletinMonth[] {
  const { rhythm } = versionAt(indicator, now).definition;
  const present = localDateOf(now).slice(0, 7);
  return Array.from(
    { length: 12 },
    (_, index) => `${indicator.year}-${String(12 - index).padStart(2, '0')}`,
  ).filter((month) => isDueMonth(rhythm, month) && isUsedIn(indicator, month) && month <= present);
}

/** A result with everything that is on record of it. */
export type ResultView = {
  readonly id: string;
  readonly month: BulletinMonth;
  readonly nth: number;
  readonly value: string;
  readonly evidence: string;
  readonly reason: string;
  readonly way: ResultWay;
  readonly client: string;
  readonly enteredAt: Instant;
  readonly enteredBy: PersonView | null;
  readonly state: IndicatorResult['state'];
  readonly decided: { readonly at: Instant; readonly by: PersonView | null; readonly reason: string } | null;
  readonly light: Light | null;
};

export function resultView(result: IndicatorResult, names: Names): ResultView {
  const {
    id,
    month,
    nth,
    value,
    evidence,
    reason,
    way,
    client,
    enteredAt,
    enteredBy,
    state,
    decided,
    light,
  } = result;
  return {
    ...{ id, month, nth, value: measuredText(value), way, client, enteredAt, state, light },
    ...{ evidence: hidePrivateData(evidence), reason: hidePrivateData(reason) },
    enteredBy: enteredBy === null ? null : personView(enteredBy, names),
    decided: decided && {
      ...{ at: decided.at, by: personView(decided.by, names) },
      reason: hidePrivateData(decided.reason),
    },
  };
}

/** Everybody and every department that an indicator in force names. */
export function namedIn(indicator: IndicatorInForce): {
  readonly departmentIds: readonly string[];
  readonly staffIds: readonly string[];
} {
  const definitions = definitionsOf(indicator);
  return {
    departmentIds: definitions.flatMap(({ owners }) => owners.map(({ departmentId }) => departmentId)),
    staffIds: [
      ...definitions.flatMap(({ method }) => (method.kind === 'jury' ? method.jurorIds : [])),
      ...indicator.versions.map(({ publishedBy }) => publishedBy),
      ...indicator.results.flatMap(({ enteredBy, decided }) => [enteredBy ?? [], decided?.by ?? []].flat()),
      ...indicator.juryScores.map(({ jurorId }) => jurorId),
    ],
  };
}

function definitionsOf(indicator: IndicatorInForce): readonly IndicatorDefinition[] {
  const published = indicator.versions.map(({ definition }) => definition);
  const isDrafted = isInForce(indicator) && 'draft' in indicator && indicator.draft !== null;
  return isDrafted ? [...published, indicator.draft.definition] : published;
}
