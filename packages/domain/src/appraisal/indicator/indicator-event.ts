import type { Instant } from '../../calendar/index.ts';
import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { IndicatorDefinition, IndicatorItem, IndicatorResult, JuryScore } from './indicator.ts';
import type { Light } from './progress-light.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type EnteredResult = Pick<
  IndicatorResult,
  'id' | 'month' | 'nth' | 'value' | 'evidence' | 'reason' | 'way' | 'client'
>;

export type IndicatorEvent =
  | Event<
      'IndicatorDrafted',
      { id: string; number: string; year: number; definition: IndicatorDefinition; by: string }
    >
  /** The draft, or the draft of the next version, was written anew. */
  | Event<'IndicatorEdited', { definition: IndicatorDefinition; reason: string; by: string }>
  /** A draft that was never published is withdrawn; that of a next version is dropped. */
  | Event<'IndicatorDraftWithdrawn', { reason: string; by: string }>
  | Event<'IndicatorPublished', { nth: number; by: string }>
  | Event<'IndicatorFrozen', { by: string }>
  | Event<'IndicatorRetired', { from: BulletinMonth; reason: string; by: string }>
  /** `by`: null where a program sent it. */
  | Event<'ResultEntered', { result: EnteredResult; by: string | null }>
  | Event<'ResultConfirmed', { resultId: string; light: Light; pace: number; policy: string; by: string }>
  | Event<'ResultSentBack', { resultId: string; reason: string; by: string }>
  | Event<'JuryScoreGiven', { score: Omit<JuryScore, 'at'>; by: string }>
  /** The light of a month is red, once for each month. */
  | Event<'IndicatorWarned', { month: BulletinMonth; resultId: string; pace: number }>
  | Event<'IndicatorItemOpened', { item: IndicatorItem; by: string }>;

export type IndicatorEventType = IndicatorEvent['type'];
