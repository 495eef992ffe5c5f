import type { LastPlaceTrial } from '@bihuan/api';
import type { Account, ScoreBand, SheetNote } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

export const accountTerm: Readonly<Record<Account, () => string>> = {
  indicator: m.score_account_indicator,
  supervision: m.score_account_supervision,
  satisfaction: m.score_account_satisfaction,
  adjustment: m.score_account_adjustment,
};

export const bandTerm: Readonly<Record<ScoreBand, () => string>> = {
  excellent: m.score_band_excellent,
  good: m.score_band_good,
  fair: m.score_band_fair,
  poor: m.score_band_poor,
};

export const BAND_TONE: Readonly<Record<ScoreBand, Tone>> = {
  excellent: 'good',
  good: 'active',
  fair: 'neutral',
  poor: 'bad',
};

export const noteTerm: Readonly<Record<SheetNote, () => string>> = {
  no_indicator: m.score_note_no_indicator,
  no_sample: m.score_note_no_sample,
  small_sample: m.score_note_small_sample,
  new_in_period: m.score_note_new_in_period,
  ended_in_period: m.score_note_ended_in_period,
  tied: m.score_note_tied,
  small_group: m.score_note_small_group,
  last_place_zero: m.score_note_last_place_zero,
  last_place_spared: m.score_note_last_place_spared,
  last_place_undecided: m.score_note_last_place_undecided,
  pay_floor: m.score_note_pay_floor,
};

export const outcomeTerm: Readonly<Record<LastPlaceTrial['places'][number]['outcome'], () => string>> = {
  zero: m.score_last_outcome_zero,
  tied: m.score_last_outcome_tied,
  small_sample: m.score_last_outcome_small_sample,
};

/** A group in words: `A` → A组; `A-2` → A组（第2档）. */
export function groupText(groupId: string): string {
  const [, tier = '', part] = /^(.*?)(?:-(\d+))?$/.exec(groupId) ?? [];
  if (tier === '') return m.score_group_unclassed();
  return part === undefined ? m.score_group({ group: tier }) : m.score_group_part({ group: tier, part });
}
