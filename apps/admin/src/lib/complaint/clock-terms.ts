import type { Clock, ProofLine } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const clockKindTerm: Terms<Clock['kind']> = {
  triage: m.clock_kind_triage,
  resolution: m.clock_kind_resolution,
  waiting: m.clock_kind_waiting,
  confirmation: m.clock_kind_confirmation,
  objection: m.clock_kind_objection,
  review: m.clock_kind_review,
};

export const dayVerdictTerm: Terms<ProofLine['verdict']> = {
  start: m.day_verdict_start,
  counted: m.day_verdict_counted,
  weekend: m.day_verdict_weekend,
  holiday: m.day_verdict_holiday,
  paused: m.day_verdict_paused,
  due: m.day_verdict_due,
};

const PAUSE_REASONS: Readonly<Record<string, () => string>> = {
  awaiting_complainant: m.pause_because_awaiting_complainant,
  suspended: m.pause_because_suspended,
  with_the_office: m.pause_because_with_the_office,
};

/** What stands in brackets after a day of a proof: the holiday it belongs to, or why it was paused; empty for none. */
export function dayNameText({ verdict, name }: Pick<ProofLine, 'verdict' | 'name'>): string {
  if (name === null) return '';
  if (verdict === 'holiday') return name;
  return verdict === 'paused' ? (PAUSE_REASONS[name]?.() ?? '') : '';
}
