import type {
  Direction,
  IndicatorCategory,
  IndicatorEventType,
  IndicatorMethod,
  IndicatorResult,
  IndicatorStatus,
  Light,
  Origin,
  ResultWay,
  Rhythm,
} from '@bihuan/api/domain';
import type { TakenRow } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const indicatorCategoryTerm: Terms<IndicatorCategory> = {
  economic_development: m.indicator_category_economic_development,
  park_construction: m.indicator_category_park_construction,
  development_support: m.indicator_category_development_support,
  comprehensive_service: m.indicator_category_comprehensive_service,
};

export const indicatorStatusTerm: Terms<IndicatorStatus> = {
  draft: m.indicator_status_draft,
  published: m.indicator_status_published,
  frozen: m.indicator_status_frozen,
  withdrawn: m.indicator_status_withdrawn,
};

export const INDICATOR_TONE: Readonly<Record<IndicatorStatus, Tone>> = {
  draft: 'waiting',
  published: 'active',
  frozen: 'neutral',
  withdrawn: 'paused',
};

export const directionTerm: Terms<Direction> = {
  up: m.indicator_direction_up,
  down: m.indicator_direction_down,
};

export const rhythmTerm: Terms<Rhythm> = {
  month: m.indicator_rhythm_month,
  quarter: m.indicator_rhythm_quarter,
};

export const originTerm: Terms<Origin> = {
  own: m.indicator_origin_own,
  task_from_above: m.indicator_origin_task_from_above,
};

export const indicatorMethodTerm: Terms<IndicatorMethod> = {
  linear: m.indicator_method_linear,
  steps: m.indicator_method_steps,
  pass_fail: m.indicator_method_pass_fail,
  deduction: m.indicator_method_deduction,
  jury: m.indicator_method_jury,
};

export const lightTerm: Terms<Light | 'none'> = {
  green: m.indicator_light_green,
  yellow: m.indicator_light_yellow,
  red: m.indicator_light_red,
  none: m.indicator_light_none,
};

export const LIGHT_TONE: Readonly<Record<Light | 'none', Tone>> = {
  green: 'good',
  yellow: 'waiting',
  red: 'bad',
  none: 'neutral',
};

export const resultStateTerm: Terms<IndicatorResult['state']> = {
  entered: m.indicator_result_entered,
  confirmed: m.indicator_result_confirmed,
  sent_back: m.indicator_result_sent_back,
  replaced: m.indicator_result_replaced,
};

export const RESULT_TONE: Readonly<Record<IndicatorResult['state'], Tone>> = {
  entered: 'waiting',
  confirmed: 'good',
  sent_back: 'bad',
  replaced: 'neutral',
};

export const resultWayTerm: Terms<ResultWay> = {
  hand: m.indicator_way_hand,
  file: m.indicator_way_file,
  api: m.indicator_way_api,
  jury: m.indicator_way_jury,
};

export const verdictTerm: Terms<TakenRow['verdict']> = {
  new: m.indicator_verdict_new,
  corrected: m.indicator_verdict_corrected,
  same: m.indicator_verdict_same,
  refused: m.indicator_verdict_refused,
};

export const VERDICT_TONE: Readonly<Record<TakenRow['verdict'], Tone>> = {
  new: 'good',
  corrected: 'waiting',
  same: 'neutral',
  refused: 'bad',
};

export const indicatorEventTerm = (type: IndicatorEventType): string => m[`indicator_event_${type}`]();
