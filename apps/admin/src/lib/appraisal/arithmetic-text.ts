import type { LedgerLine } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { dayText } from '#lib/dates.ts';
import { pointsText } from '#lib/points.ts';
import { deadlineKindTerm } from '#lib/supervision/deadline-terms.ts';
import type { DeadlineKind } from '@bihuan/api/domain';

/** What a rule read and what it made of it, in one sentence. */
export function arithmeticText({
  rule,
  arithmetic,
  centipoints,
}: Pick<LedgerLine, 'rule' | 'arithmetic' | 'centipoints'>): string {
  const points = pointsText(Math.abs(centipoints));
  const read = (name: string) => String(arithmetic[name] ?? '');
  const capRead = () => ({
    soFar: pointsText(Math.abs(Number(arithmetic['soFar'] ?? 0))),
    cap: pointsText(Number(arithmetic['cap'] ?? 0)),
  });
  switch (rule) {
    case 'struck_off_on_time':
      return m.supervision_sum_on_time({ nth: read('nth'), cap: read('cap'), points });
    case 'late':
      return m.supervision_sum_late({
        deadline: deadlineText(read('deadline')),
        due: dateText(read('due')),
        points,
      });
    case 'further_late':
      return m.supervision_sum_further_late({ due: dateText(read('due')), level: read('level'), points });
    case 'rework':
      return m.supervision_sum_rework({ points });
    case 'false_request':
      return m.supervision_sum_false_request({ points });
    case 'weak_report':
      return m.supervision_sum_weak_report({ nth: read('nth'), points });
    case 'yellow_card':
      return m.card_sum_yellow({ nth: read('nthYellow'), card: read('card'), points });
    case 'red_card':
      return m.card_sum_red({ card: read('card'), points });
    case 'card_revoked':
      return m.card_sum_revoked({ card: read('card'), points });
    case 'objection_upheld':
      return m.period_sheet_sum_upheld({ points });
    case 'line_corrected':
      return m.period_sheet_sum_corrected({ points });
    case 'bonus':
      return m.score_sum_bonus({ document: read('document'), points, ...capRead() });
    case 'deduction':
      return m.score_sum_deduction({ document: read('document'), points, ...capRead() });
    case 'hard_problem':
      return m.score_sum_hard_problem({ document: read('document'), points });
    case 'error_tolerance':
      return m.score_sum_error_tolerance({ document: read('document'), points });
    case 'reversed':
      return centipoints < 0
        ? m.score_sum_reversed_taken({ document: read('document'), points })
        : m.score_sum_reversed_back({ document: read('document'), points });
  }
}

function deadlineText(kind: string): string {
  return kind in deadlineKindTerm ? deadlineKindTerm[kind as DeadlineKind]() : kind;
}

function dateText(date: string): string {
  return date === '' ? '' : dayText(date);
}
