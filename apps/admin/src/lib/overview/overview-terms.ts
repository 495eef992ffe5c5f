import type { KeyFigureKey } from '@bihuan/api';
import type { LossTally, Sentence, Tally } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Terms<Word extends string | number> = Readonly<Record<Word, () => string>>;

export const severityTerm: Terms<Sentence['severity']> = {
  3: m.views_severity_3,
  2: m.views_severity_2,
  1: m.views_severity_1,
};

export const SEVERITY_TONE: Readonly<Record<Sentence['severity'], Tone>> = {
  3: 'bad',
  2: 'waiting',
  1: 'neutral',
};

export const lossTerm: Terms<LossTally> = {
  lost_late: m.views_lost_late,
  lost_card: m.views_lost_card,
  lost_rework: m.views_lost_rework,
  lost_report: m.views_lost_report,
  lost_other: m.views_lost_other,
};

export const keyFigureTerm: Terms<KeyFigureKey> = {
  incoming: m.views_figure_incoming,
  closed: m.views_figure_closed,
  late: m.views_figure_late,
  on_time: m.views_figure_on_time,
  resolution: m.views_figure_resolution,
  satisfaction: m.views_figure_satisfaction,
  composite: m.views_figure_composite,
};

export const tallyTerm: Terms<Tally> = {
  incoming: m.views_tally_incoming,
  closed: m.views_tally_closed,
  late: m.views_tally_late,
  struck_on_time: m.views_tally_struck_on_time,
  struck_late: m.views_tally_struck_late,
  calls_valid: m.views_tally_calls_valid,
  calls_contacted: m.views_tally_calls_contacted,
  calls_solved: m.views_tally_calls_solved,
  calls_satisfied: m.views_tally_calls_satisfied,
  calls_basically: m.views_tally_calls_basically,
  yellow_cards: m.views_tally_yellow_cards,
  red_cards: m.views_tally_red_cards,
  lost_late: m.views_tally_lost_late,
  lost_card: m.views_tally_lost_card,
  lost_rework: m.views_tally_lost_rework,
  lost_report: m.views_tally_lost_report,
  lost_other: m.views_tally_lost_other,
  overdue: m.views_tally_overdue,
  came_back: m.views_tally_came_back,
};
