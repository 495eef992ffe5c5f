import { BrokenStream } from '../../broken-stream.ts';
import {
  isInForce,
  type Indicator,
  type IndicatorInForce,
  type IndicatorResult,
  type IndicatorVersion,
} from './indicator.ts';
import type { IndicatorEvent } from './indicator-event.ts';

/** What an indicator becomes by one event. Throws `BrokenStream` where it cannot follow the state. */
export function evolveIndicator(state: Indicator | null, event: IndicatorEvent): Indicator {
  if (event.type === 'IndicatorDrafted') {
    const { id, number, year, definition } = event;
    return { id, number, year, status: 'draft', draft: { definition, reason: '' } };
  }
  if (state === null) throw new BrokenStream(`${event.type} before IndicatorDrafted`);
  switch (event.type) {
    case 'IndicatorEdited': {
      if (state.status !== 'draft' && state.status !== 'published') break;
      const { definition, reason } = event;
      return { ...state, draft: { definition, reason } };
    }
    case 'IndicatorDraftWithdrawn':
      if (state.status === 'draft') return { ...state, status: 'withdrawn', reason: event.reason };
      if (state.status !== 'published' || state.draft === null) break;
      return { ...state, draft: null };
    case 'IndicatorPublished': {
      const draft = state.status === 'draft' || state.status === 'published' ? state.draft : null;
      if (draft === null) break;
      const { nth, at: publishedAt, by: publishedBy } = event;
      const version: IndicatorVersion = { nth, ...draft, publishedAt, publishedBy };
      if (state.status === 'published')
        return { ...state, versions: [...state.versions, version], draft: null };
      const { id, number, year } = state;
      return {
        ...{ id, number, year, status: 'published', versions: [version], draft: null },
        ...{ results: [], juryScores: [], items: [], warnedMonths: [] },
      };
    }
    case 'IndicatorFrozen': {
      if (state.status !== 'published' || state.draft !== null) break;
      const { draft: _, ...rest } = state;
      return { ...rest, status: 'frozen' };
    }
    case 'IndicatorRetired': {
      if (!isInForce(state)) break;
      const { from, reason, at, by } = event;
      return { ...state, retired: { from, reason, at, by } };
    }
    case 'ResultEntered': {
      if (!isInForce(state)) break;
      const { result, at: enteredAt, by: enteredBy } = event;
      const entered: IndicatorResult = {
        ...{ ...result, enteredAt, enteredBy, state: 'entered', decided: null, light: null, pace: null },
      };
      const before = state.results.map((one) =>
        one.month === result.month && one.state === 'entered' ? { ...one, state: 'replaced' as const } : one,
      );
      return { ...state, results: [...before, entered] };
    }
    case 'ResultConfirmed': {
      if (!isInForce(state)) break;
      const { resultId, light, pace, at, by } = event;
      const { month } = resultOf(state, resultId);
      const results = state.results.map((one): IndicatorResult => {
        if (one.id === resultId)
          return { ...one, state: 'confirmed', light, pace, decided: { at, by, reason: '' } };
        return one.month === month && one.state === 'confirmed' ? { ...one, state: 'replaced' } : one;
      });
      return { ...state, results };
    }
    case 'ResultSentBack': {
      if (!isInForce(state)) break;
      const { resultId, reason, at, by } = event;
      resultOf(state, resultId);
      const results = state.results.map((one): IndicatorResult =>
        one.id === resultId ? { ...one, state: 'sent_back', decided: { at, by, reason } } : one,
      );
      return { ...state, results };
    }
    case 'JuryScoreGiven': {
      if (!isInForce(state)) break;
      const { score, at } = event;
      const others = state.juryScores.filter(
        ({ month, jurorId }) => month !== score.month || jurorId !== score.jurorId,
      );
      return { ...state, juryScores: [...others, { ...score, at }] };
    }
    case 'IndicatorWarned':
      if (!isInForce(state)) break;
      return { ...state, warnedMonths: [...state.warnedMonths, event.month] };
    case 'IndicatorItemOpened':
      if (!isInForce(state)) break;
      return { ...state, items: [...state.items, event.item] };
  }
  throw new BrokenStream(`${event.type} in ${state.status}`);
}

/** The indicator its events come to; null where there are none. */
export function foldIndicator(events: readonly IndicatorEvent[]): Indicator | null {
  return events.reduce<Indicator | null>(evolveIndicator, null);
}

function resultOf({ results }: IndicatorInForce, id: string): IndicatorResult {
  const result = results.find((one) => one.id === id);
  if (result === undefined) throw new BrokenStream(`no result ${id}`);
  return result;
}
