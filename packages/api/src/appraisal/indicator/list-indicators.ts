import {
  readIndicators,
  readIndicatorYears,
  readNames,
  type DepartmentName,
  type KeptIndicator,
  type Names,
} from '@bihuan/db';
import {
  hasDraft,
  hasRole,
  INDICATOR_CATEGORIES,
  isCounted,
  isInForce,
  latestResult,
  LIGHTS,
  localDateOf,
  measuredText,
  ownerIdsOf,
  shownDefinition,
  unconfirmedResults,
  unitsOf,
  weightSums,
  type Actor,
  type Indicator,
  type IndicatorCategory,
  type IndicatorPolicy,
  type IndicatorStatus,
  type PeriodSchedule,
  type StaffActor,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedNumber } from '../../parse-input.ts';
import { indicatorPolicyOn, periodsOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { indicatorReach, seesAllIndicators, type IndicatorReach } from './indicator-reach.ts';
import { mayConfirm } from './waiting-results.ts';
import { monthView, resultView, type MonthView, type ResultView } from './indicator-view.ts';

/** `none`: has no result yet. */
const LIGHTS_ASKED = [...LIGHTS, 'none'] as const;

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

const schema = z.object({
  year: optional(typedNumber(2020, 2099)),
  departmentId: optional(z.uuid('unknown_department')),
  category: optional(choice(INDICATOR_CATEGORIES)),
  light: optional(choice(LIGHTS_ASKED)),
});

export type ListedIndicator = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly category: IndicatorCategory;
  readonly unit: string;
  readonly status: IndicatorStatus;
  readonly hasDraft: boolean;
  /** The month from which on it is retired; null where it is in use. */
  readonly retiredFrom: string | null;
  readonly isTaskFromAbove: boolean;
  readonly owners: readonly { readonly department: DepartmentName | null; readonly weight: number }[];
  readonly target: string;
  /** The latest result that counts; null where there is none, or the reader is on the jury alone. */
  readonly latest: MonthView | null;
  readonly item: { readonly id: string; readonly number: string } | null;
  readonly reach: IndicatorReach;
};

/** A result that waits for its second signer. */
export type WaitingResult = ResultView & {
  readonly indicatorId: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  /** Whether this person may confirm it. */
  readonly mayConfirm: boolean;
};

export type IndicatorList = {
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly ListedIndicator[];
  /** How many of the year the reader may see have each light, whatever was filtered. */
  readonly lights: Readonly<Record<(typeof LIGHTS_ASKED)[number], number>>;
  readonly departments: readonly DepartmentName[];
  /** What indicators weigh for each department, drafts in the place of what they change; for those who draft and oversee. */
  readonly weights: readonly {
    readonly department: DepartmentName;
    readonly published: number;
    readonly drafted: number;
  }[];
  readonly waiting: readonly WaitingResult[];
  readonly policy: IndicatorPolicy;
  readonly seesAll: boolean;
  readonly mayDraft: boolean;
  readonly drafts: number;
};

/** Indicators of a year as far as this person may see them, with their lights: the present year where none is named. */
export async function listIndicators(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<IndicatorList>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  if (actor.kind !== 'staff') return refusal('not_found');
  const present = Number(localDateOf(house.now()).slice(0, 4));
  const { year = present, departmentId, category, light } = parsed.value;
  const policy = await indicatorPolicyOn(house);
  const kept = (await readIndicators(house.db, year)).filter(
    ({ state }) => indicatorReach(actor, state) !== 'nothing',
  );
  const names = await namesOf(house, kept);
  const schedule = await periodsOf(house);
  const all = kept
    .map(({ state }) => rowOf(state, actor, names, policy, schedule))
    .sort((a, b) => WORST_FIRST.indexOf(lightOf(a)) - WORST_FIRST.indexOf(lightOf(b)));
  const seesAll = seesAllIndicators(actor);
  return done({
    ...{
      year,
      years: [...new Set([present, ...(await readIndicatorYears(house.db))])].sort((a, b) => b - a),
    },
    rows: all.filter(
      (row) =>
        (departmentId === undefined ||
          row.owners.some(({ department }) => department?.id === departmentId)) &&
        (category === undefined || row.category === category) &&
        (light === undefined || lightOf(row) === light),
    ),
    lights: {
      green: all.filter((row) => lightOf(row) === 'green').length,
      yellow: all.filter((row) => lightOf(row) === 'yellow').length,
      red: all.filter((row) => lightOf(row) === 'red').length,
      none: all.filter((row) => lightOf(row) === 'none').length,
    },
    departments: seesAll ? departmentsOf(kept, names) : [],
    weights: seesAll ? weightsOf(kept, names) : [],
    waiting: seesAll ? kept.flatMap(({ state }) => waitingOf(state, actor, names)) : [],
    ...{ policy, seesAll, mayDraft: hasRole(actor, 'appraisal_admin') },
    drafts: seesAll ? kept.filter(({ state }) => hasDraft(state)).length : 0,
  });
}

const WORST_FIRST: readonly (typeof LIGHTS_ASKED)[number][] = ['red', 'yellow', 'none', 'green'];

function lightOf({ latest }: ListedIndicator): (typeof LIGHTS_ASKED)[number] {
  return latest?.light ?? 'none';
}

function rowOf(
  state: Indicator,
  actor: StaffActor,
  names: Names,
  policy: IndicatorPolicy,
  schedule: PeriodSchedule,
): ListedIndicator {
  const reach = indicatorReach(actor, state);
  const { name, category, unit, owners, target, origin } = shownDefinition(state);
  const isWhole = reach === 'all' || reach === 'own';
  const month = isWhole && isInForce(state) ? (latestResult(state)?.month ?? null) : null;
  const shown = isInForce(state) && month !== null ? monthView(state, month, policy, schedule) : null;
  const item = isWhole && isInForce(state) ? state.items.findLast((one) => one.month === month) : undefined;
  return {
    ...{ id: state.id, number: state.number, name, category, unit, status: state.status, reach },
    hasDraft: reach === 'all' && hasDraft(state),
    retiredFrom: isInForce(state) ? (state.retired?.from ?? null) : null,
    isTaskFromAbove: origin === 'task_from_above',
    owners: owners
      .filter(({ departmentId }) => reach !== 'own' || unitsOf(actor).includes(departmentId))
      .map(({ departmentId, weight }) => ({
        department: names.departments.get(departmentId) ?? null,
        weight,
      })),
    target: measuredText(target),
    latest: shown,
    item: item === undefined ? null : { id: item.id, number: item.number },
  };
}

function waitingOf(state: Indicator, actor: StaffActor, names: Names): readonly WaitingResult[] {
  const { name, unit } = shownDefinition(state);
  return unconfirmedResults(state).map((result) => ({
    ...resultView(result, names),
    ...{ indicatorId: state.id, number: state.number, name, unit },
    mayConfirm: mayConfirm(actor, state, result.enteredBy),
  }));
}

function departmentsOf(kept: readonly KeptIndicator[], names: Names): readonly DepartmentName[] {
  const ids = new Set(kept.flatMap(({ state }) => ownerIdsOf(shownDefinition(state))));
  return [...ids].flatMap((id) => names.departments.get(id) ?? []);
}

function weightsOf(kept: readonly KeptIndicator[], names: Names): IndicatorList['weights'] {
  const states = kept.map(({ state }) => state);
  const published = weightSums(states.filter(isCounted).map(shownDefinition));
  const drafted = weightSums(
    states
      .filter((one) => !isInForce(one) || isCounted(one))
      .map((one) => ('draft' in one && one.draft?.definition) || shownDefinition(one)),
  );
  return [...new Set([...published.keys(), ...drafted.keys()])].flatMap((id) => {
    const department = names.departments.get(id);
    if (department === undefined) return [];
    return [{ department, published: published.get(id) ?? 0, drafted: drafted.get(id) ?? 0 }];
  });
}

function namesOf(house: House, kept: readonly KeptIndicator[]): Promise<Names> {
  const states = kept.map(({ state }) => state);
  return readNames(
    house.db,
    states.flatMap((state) => [
      ...ownerIdsOf(shownDefinition(state)),
      ...('draft' in state && state.draft !== null ? ownerIdsOf(state.draft.definition) : []),
    ]),
    states.flatMap((state) => unconfirmedResults(state).flatMap(({ enteredBy }) => enteredBy ?? [])),
  );
}
