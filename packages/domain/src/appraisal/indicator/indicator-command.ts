import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { DefinitionFault } from './definition-fault.ts';
import type { IndicatorDefinition, ResultWay } from './indicator.ts';
import type { Measured } from './measured-value.ts';

type Command<Type extends string, Data = Record<never, never>> = { readonly type: Type } & Readonly<Data>;

export type DraftIndicatorCommand = Command<
  'draft',
  { id: string; number: string; year: number; definition: IndicatorDefinition }
>;

export type EnterResult = Command<
  'enter_result',
  {
    id: string;
    month: BulletinMonth;
    value: Measured;
    evidence: string;
    /** Why the one before is corrected; empty where it is the first of its month. */
    reason: string;
    way: Exclude<ResultWay, 'jury'>;
    client: string;
  }
>;

export type IndicatorCommand =
  | Command<'edit', { definition: IndicatorDefinition; reason: string }>
  | Command<'withdraw_draft', { reason: string }>
  | Command<'publish'>
  | Command<'freeze'>
  /** `month`: the first one that no result is due for. */
  | Command<'retire', { month: BulletinMonth; reason: string }>
  | EnterResult
  | Command<'confirm_result', { resultId: string }>
  | Command<'send_back_result', { resultId: string; reason: string }>
  | Command<'give_jury_score', { month: BulletinMonth; centipoints: number; remark: string }>
  | Command<'close_jury', { id: string; month: BulletinMonth; evidence: string; reason: string }>
  | Command<'open_item', { month: BulletinMonth; departmentId: string; itemId: string; number: string }>;

export type IndicatorCommandType = IndicatorCommand['type'];

export const INDICATOR_COMMANDS = [
  'edit',
  'withdraw_draft',
  'publish',
  'freeze',
  'retire',
  'enter_result',
  'confirm_result',
  'send_back_result',
  'give_jury_score',
  'close_jury',
  'open_item',
] as const satisfies readonly IndicatorCommandType[];

export type IndicatorRefusal =
  | DefinitionFault
  | 'not_authorised'
  | 'decider_concerned'
  | 'illegal_indicator_step'
  | 'nothing_drafted'
  | 'indicator_reason_missing'
  /** A juror may not be of a department that owns the indicator. */
  | 'juror_concerned'
  | 'not_a_juror'
  | 'indicator_scored_by_jury'
  | 'indicator_without_jury'
  | 'jury_incomplete'
  | 'month_not_due'
  | 'month_not_begun'
  | 'month_frozen'
  | 'correction_without_reason'
  | 'unknown_result'
  | 'result_decided'
  | 'confirmed_by_its_enterer'
  | 'no_red_light'
  | 'indicator_has_item'
  | 'not_an_owner'
  | 'indicator_retired'
  | 'indicator_has_draft'
  | 'indicator_has_later_result';
