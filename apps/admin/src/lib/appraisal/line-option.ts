import type { LedgerLine } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { scoringRuleTerm } from '#lib/appraisal/rule-term.ts';
import { shortMomentText } from '#lib/dates.ts';
import { pointsText } from '#lib/points.ts';

/** A line of the ledger as one chooses it. */
export function lineOption({ id, rule, centipoints, itemNumber, at }: LedgerLine) {
  const number = itemNumber ?? shortMomentText(at);
  return {
    value: id,
    label: m.period_sheet_object_option({
      rule: scoringRuleTerm[rule](),
      points: pointsText(centipoints, true),
      number,
    }),
  };
}
