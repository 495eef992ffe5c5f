import { loadIndicator, readNames, type DepartmentName, type Names } from '@bihuan/db';
import {
  hidePrivateData,
  isInForce,
  lawfulIndicatorCommands,
  ownerIdsOf,
  personsOf,
  shownDefinition,
  standingResult,
  verdictOf,
  type Actor,
  type BulletinMonth,
  type Indicator,
  type IndicatorCommandType,
  type IndicatorDraft,
  type IndicatorEvent,
  type IndicatorInForce,
  type IndicatorPolicy,
  type IndicatorStatus,
  type Instant,
  type Verdict,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { indicatorPolicyOn, periodsOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import type { PersonView } from '../../supervision/item-view.ts';
import { indicatorReach, type IndicatorReach } from './indicator-reach.ts';
import {
  definitionView,
  dueMonths,
  monthView,
  namedIn,
  personView,
  resultView,
  type DefinitionView,
  type MonthView,
  type ResultView,
} from './indicator-view.ts';

export type JuryMonth = {
  readonly month: BulletinMonth;
  readonly verdict: Verdict | null;
  /** For a juror only their own. */
  readonly scores: readonly {
    readonly juror: PersonView | null;
    readonly centipoints: number;
    readonly remark: string;
    readonly at: Instant;
  }[];
};

export type IndicatorItemView = {
  readonly id: string;
  readonly number: string;
  readonly month: BulletinMonth;
  readonly department: DepartmentName | null;
};

export type IndicatorView = {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly status: IndicatorStatus;
  readonly version: number;
  readonly reach: IndicatorReach;
  readonly definition: DefinitionView;
  /** What is drafted beside what is in force; null where nothing is, or for a department. */
  readonly draft: { readonly definition: DefinitionView; readonly reason: string } | null;
  readonly withdrawnReason: string;
  readonly retired: { readonly from: BulletinMonth; readonly reason: string } | null;
  /** Months that it may be retired from, the next one first; empty where it may not. */
  readonly retirableFrom: readonly BulletinMonth[];
  readonly versions: readonly {
    readonly nth: number;
    readonly definition: DefinitionView;
    readonly publishedAt: Instant;
    readonly publishedBy: PersonView | null;
    readonly reason: string;
  }[];
  /** Months that results are due for, the latest first, each with what counts. */
  readonly months: readonly {
    readonly month: BulletinMonth;
    readonly counted: MonthView | null;
    /** Whether a result of it is entered already, so that another is a correction. */
    readonly isEntered: boolean;
    readonly items: readonly IndicatorItemView[];
  }[];
  /** Every result on record, the newest first; for a department those that count. */
  readonly results: readonly (ResultView & { readonly mayConfirm: boolean })[];
  readonly jury: readonly JuryMonth[];
  readonly entries: readonly {
    readonly type: IndicatorEvent['type'];
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
  }[];
  readonly commands: readonly IndicatorCommandType[];
  readonly policy: IndicatorPolicy;
};

const schema = z.object({ indicatorId: z.uuid('required') });

/** An indicator as this person may see it. Outside their reach it is `not_found`. */
export async function readIndicator(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<IndicatorView>> {
  const parsed = parseInput(schema, raw);
  const loaded = parsed.ok ? await loadIndicator(house.db, parsed.value.indicatorId) : null;
  const reach = loaded === null ? 'nothing' : indicatorReach(actor, loaded.state);
  if (loaded === null || reach === 'nothing' || actor.kind !== 'staff') return refusal('not_found');
  const { state, head, events } = loaded;
  const names = await namesOf(house, state, events);
  const policy = await indicatorPolicyOn(house);
  const schedule = await periodsOf(house);
  const { id, number, year, status } = state;
  const definition = definitionView(shownDefinition(state), names);
  const inForce = isInForce(state) ? state : null;
  const isWhole = reach === 'all' || reach === 'own';
  const commands = lawfulIndicatorCommands(state, actor);
  return done({
    ...{ id, number, year, status, version: head.version, reach, policy, commands },
    // Who judges is told to those who run the appraisal alone.
    definition: reach === 'all' ? definition : { ...definition, jurors: [] },
    draft: reach === 'all' && inForce !== null ? draftView(state, names) : null,
    withdrawnReason: state.status === 'withdrawn' ? state.reason : '',
    retired: inForce?.retired ? { from: inForce.retired.from, reason: inForce.retired.reason } : null,
    retirableFrom: inForce !== null && commands.includes('retire') ? monthsWithoutResult(inForce) : [],
    versions: (isWhole && inForce ? inForce.versions : []).map((version) => ({
      ...{ nth: version.nth, publishedAt: version.publishedAt, reason: version.reason },
      definition: definitionView(version.definition, names),
      publishedBy: personView(version.publishedBy, names),
    })),
    months: inForce === null ? [] : dueMonths(inForce, house.now()).map((month) => monthRow(month, inForce)),
    results: resultsOf(inForce),
    jury: inForce === null ? [] : juryOf(inForce),
    entries: reach === 'all' ? events.map((event) => entryOf(event, names)) : [],
  });

  function monthRow(month: BulletinMonth, indicator: IndicatorInForce): IndicatorView['months'][number] {
    return {
      month,
      counted: isWhole ? monthView(indicator, month, policy, schedule) : null,
      isEntered: standingResult(indicator, month) !== null,
      items: (isWhole ? indicator.items : [])
        .filter((one) => one.month === month)
        .map((one) => ({ ...one, department: names.departments.get(one.departmentId) ?? null })),
    };
  }

  function resultsOf(indicator: IndicatorInForce | null): IndicatorView['results'] {
    if (indicator === null || !isWhole) return [];
    const shown =
      reach === 'all' ? indicator.results : indicator.results.filter((one) => one.state === 'confirmed');
    return shown.toReversed().map((result) => ({
      ...resultView(result, names),
      mayConfirm:
        result.state === 'entered' &&
        commands.includes('confirm_result') &&
        (result.enteredBy === null || !isBy(actor, result.enteredBy)),
    }));
  }

  /** The department appraised learns what the jury came to, and never who gave what. */
  function juryOf(indicator: IndicatorInForce): readonly JuryMonth[] {
    const months = [...new Set(indicator.juryScores.map(({ month }) => month))].sort().reverse();
    return months.flatMap((month): JuryMonth[] => {
      const given = indicator.juryScores.filter((one) => one.month === month);
      const seen = reach === 'all' ? given : given.filter(({ jurorId }) => isBy(actor, jurorId));
      if (reach === 'own') return [];
      return [
        {
          month,
          verdict:
            reach === 'all'
              ? verdictOf(
                  given.map(({ centipoints }) => centipoints),
                  policy,
                )
              : null,
          scores: seen.map(({ jurorId, centipoints, remark, at }) => ({
            ...{ juror: personView(jurorId, names), centipoints, remark: hidePrivateData(remark), at },
          })),
        },
      ];
    });
  }
}

/** The months of its year after the last one that has a result. */
function monthsWithoutResult(indicator: IndicatorInForce): readonly BulletinMonth[] {
  return Array.from({ length: 12 }, (_, at) => `${indicator.year}-${String(at + 1).padStart(2, '0')}`).filter(
    (month) =>
      !indicator.results.some((one) => one.month >= month && standingResult(indicator, one.month) !== null),
  );
}

function isBy(actor: Actor, staffId: string): boolean {
  return actor.kind === 'staff' && personsOf(actor).includes(staffId);
}

function draftView(state: Indicator, names: Names): IndicatorView['draft'] {
  const draft: IndicatorDraft | null = 'draft' in state ? state.draft : null;
  return draft && { definition: definitionView(draft.definition, names), reason: draft.reason };
}

function namesOf(house: House, state: Indicator, events: readonly IndicatorEvent[]): Promise<Names> {
  const definition = shownDefinition(state);
  const by = events.flatMap((event) => ('by' in event && event.by !== null ? [event.by] : []));
  const jurors = definition.method.kind === 'jury' ? definition.method.jurorIds : [];
  const named = isInForce(state) ? namedIn(state) : { departmentIds: [], staffIds: [] };
  return readNames(
    house.db,
    [...ownerIdsOf(definition), ...named.departmentIds],
    [...by, ...jurors, ...named.staffIds],
  );
}

function entryOf(event: IndicatorEvent, names: Names): IndicatorView['entries'][number] {
  const by = 'by' in event && event.by !== null ? (names.people.get(event.by)?.name ?? '') : '';
  return { type: event.type, at: event.at, by, text: hidePrivateData(textOf(event)) };
}

function textOf(event: IndicatorEvent): string {
  switch (event.type) {
    case 'IndicatorEdited':
    case 'IndicatorDraftWithdrawn':
    case 'IndicatorRetired':
    case 'ResultSentBack':
      return event.reason;
    case 'ResultEntered':
      return event.result.month;
    case 'IndicatorWarned':
      return event.month;
    case 'IndicatorItemOpened':
      return event.item.number;
    default:
      return '';
  }
}
