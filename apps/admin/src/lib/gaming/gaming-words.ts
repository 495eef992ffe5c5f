import type { GamingLine } from '@bihuan/api';
import type { GamingKind, GamingOutcome } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const gamingKindTerm: Terms<GamingKind> = {
  closed_then_reopened: m.views_gaming_kind_closed_then_reopened,
  closed_at_last_minute: m.views_gaming_kind_closed_at_last_minute,
  callback_coverage: m.views_gaming_kind_callback_coverage,
  returned_repeatedly: m.views_gaming_kind_returned_repeatedly,
  five_star_run: m.views_gaming_kind_five_star_run,
  excluded_before_period_end: m.views_gaming_kind_excluded_before_period_end,
  merged_before_period_end: m.views_gaming_kind_merged_before_period_end,
};

export const gamingOutcomeTerm: Terms<GamingOutcome> = {
  nothing_found: m.views_gaming_outcome_nothing_found,
  talk: m.views_gaming_outcome_talk,
  correction_ordered: m.views_gaming_outcome_correction_ordered,
  referred: m.views_gaming_outcome_referred,
};

/** What was compared, in a sentence. */
export function gamingSentence({ kind, values }: Pick<GamingLine, 'kind' | 'values'>): string {
  const value = (name: string) => String(values[name] ?? '');
  switch (kind) {
    case 'closed_then_reopened':
      return m.views_gaming_said_closed_then_reopened({
        closed: value('closed'),
        cameBack: value('cameBack'),
      });
    case 'closed_at_last_minute':
      return m.views_gaming_said_closed_at_last_minute({
        requests: value('requests'),
        lastMinute: value('lastMinute'),
      });
    case 'callback_coverage':
      return m.views_gaming_said_callback_coverage({
        cases: value('cases'),
        share: value('share'),
        others: value('others'),
      });
    case 'returned_repeatedly':
      return m.views_gaming_said_returned_repeatedly({ returns: value('returns') });
    case 'five_star_run':
      return m.views_gaming_said_five_star_run({ ratings: value('ratings'), run: value('run') });
    case 'excluded_before_period_end':
      return m.views_gaming_said_excluded_before_period_end({
        inPeriod: value('inPeriod'),
        atEnd: value('atEnd'),
      });
    case 'merged_before_period_end':
      return m.views_gaming_said_merged_before_period_end({
        inPeriod: value('inPeriod'),
        atEnd: value('atEnd'),
      });
  }
}
