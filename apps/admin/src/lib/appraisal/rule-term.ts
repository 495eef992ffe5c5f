import type { ScoringRule } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

export const scoringRuleTerm: Readonly<Record<ScoringRule, () => string>> = {
  struck_off_on_time: m.scoring_rule_struck_off_on_time,
  late: m.scoring_rule_late,
  further_late: m.scoring_rule_further_late,
  rework: m.scoring_rule_rework,
  false_request: m.scoring_rule_false_request,
  weak_report: m.scoring_rule_weak_report,
  yellow_card: m.scoring_rule_yellow_card,
  red_card: m.scoring_rule_red_card,
  card_revoked: m.scoring_rule_card_revoked,
  objection_upheld: m.scoring_rule_objection_upheld,
  line_corrected: m.scoring_rule_line_corrected,
  bonus: m.scoring_rule_bonus,
  deduction: m.scoring_rule_deduction,
  hard_problem: m.scoring_rule_hard_problem,
  error_tolerance: m.scoring_rule_error_tolerance,
  reversed: m.scoring_rule_reversed,
};
