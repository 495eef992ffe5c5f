import type { EXPORT_COLUMNS, ExportJobLine } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import { accountTerm, bandTerm } from '#lib/appraisal/score-terms.ts';
import { scoringRuleTerm } from '#lib/appraisal/rule-term.ts';
import { tallyTerm } from '#lib/overview/overview-terms.ts';

type Column = (typeof EXPORT_COLUMNS)[keyof typeof EXPORT_COLUMNS][number];
type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const exportKindTerm: Terms<ExportJobLine['kind']> = {
  ledger: m.views_exports_kind_ledger,
  sheet: m.views_exports_kind_sheet,
  trend: m.views_exports_kind_trend,
};

export const exportFormatTerm: Terms<ExportJobLine['format']> = {
  csv: m.views_exports_format_csv,
  xlsx: m.views_exports_format_xlsx,
};

const COLUMN_TERMS: Terms<Column> = {
  ...tallyTerm,
  at: m.views_column_at,
  department: m.admin_department,
  account: m.views_column_account,
  rule: m.views_column_rule,
  points: m.views_column_points,
  item: m.views_column_item,
  card: m.views_column_card,
  policy: m.views_column_policy,
  line: m.views_column_line,
  reversal: m.views_column_reversal,
  group: m.views_column_group,
  rank: m.views_column_rank,
  score: m.views_column_score,
  indicator: m.score_account_indicator,
  supervision: m.score_account_supervision,
  satisfaction: m.score_account_satisfaction,
  adjustment: m.score_account_adjustment,
  band: m.views_column_band,
  coefficient: m.views_column_coefficient,
  pay: m.views_column_pay,
  valid: m.views_tally_calls_valid,
  response: m.supervision_rate_response,
  resolution: m.supervision_rate_resolution,
  satisfied: m.supervision_rate_satisfaction,
  stretch: m.views_trends_stretch,
  rate_response: m.supervision_rate_response,
  rate_resolution: m.supervision_rate_resolution,
  rate_satisfaction: m.supervision_rate_satisfaction,
  rate_composite: m.supervision_rate_composite,
};

/** Headings and terms of a file in the language of whoever asks: whoever makes it later has no catalogue. */
export function exportWords(): Readonly<Record<string, string>> {
  const spelt = (prefix: string, terms: Readonly<Record<string, () => string>>) =>
    Object.entries(terms).map(([name, term]) => [`${prefix}.${name}`, term()] as const);
  return Object.fromEntries([
    ['locale', getLocale()],
    ...spelt('column', COLUMN_TERMS),
    ...spelt('account', accountTerm),
    ...spelt('rule', scoringRuleTerm),
    ...spelt('band', bandTerm),
  ]);
}
