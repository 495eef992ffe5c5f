import type { TimelineEntry } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { dueWords } from '../words/day-words.ts';
import { localName } from '../words/local-name.ts';

/** One line of the history in plain words. */
export function timelineSentence(entry: TimelineEntry, today: string): string {
  const due = 'due' in entry ? dueWords(entry.due, today) : '';
  switch (entry.kind) {
    case 'accepted':
      return m.portal_line_accepted({ complexity: m[`complexity_${entry.complexity}`](), due });
    case 'declined':
      return m.portal_line_declined({
        reason: m[`decline_reason_${entry.reason}`](),
        body: entry.competentBody,
      });
    case 'merged':
      return m.portal_line_merged({ number: entry.number });
    case 'joined':
      return m.join_line_joined({ number: entry.number });
    case 'split':
      return m.portal_line_split({ numbers: entry.numbers.join('、') });
    case 'reclassified': {
      const before = dueWords(entry.before, today);
      if (before === due) return m.portal_line_reclassified_same({ due });
      return m.portal_line_reclassified({ complexity: m[`complexity_${entry.complexity}`](), before, due });
    }
    case 'settled':
      return m.portal_line_settled({ outcome: m[`outcome_${entry.outcome}`]() });
    case 'answered':
      return m.portal_line_answered({ outcome: m[`outcome_${entry.outcome}`]() });
    case 'under_supervision': {
      if (entry.department === null) return m.portal_line_under_supervision_office({ due });
      const department = localName(entry.department);
      return entry.round > 1
        ? m.portal_line_again({ round: entry.round, department, due })
        : m.portal_line_under_supervision({ department, due });
    }
    case 'asked':
      return m.portal_line_asked({ due });
    case 'replied':
      return m.portal_line_replied({ due });
    case 'question_timed_out':
      return m.portal_line_question_timed_out({ due });
    case 'contact_removed':
      return m.retention_line();
    case 'contact_corrected':
      return m[`portal_line_contact_corrected_${entry.field}`]();
    case 'rated':
      return m.portal_line_rated({ level: m[`satisfaction_${entry.level}`]() });
    case 'objected':
      return m.portal_line_objected({ due });
    case 'review_requested':
      return m.portal_line_review_requested({ due });
    case 'check_called':
      return m[`portal_line_check_called_${entry.outcome}`]();
    case 'called_back':
      if (entry.outcome === 'valid') return m.portal_line_called_back_valid();
      return m.portal_line_called_back({ outcome: m[`callback_outcome_${entry.outcome}`]() });
    case 'deadline_crossed':
      return m.portal_line_deadline_crossed({ kind: m[`clock_kind_${entry.clock}`](), due });
    case 'due_moved':
      return m.portal_line_due_moved({ before: dueWords(entry.before, today), due });
    case 'extended':
      return m.portal_line_extended({ before: dueWords(entry.before, today), due });
    case 'lead_named':
    case 'signed':
    case 'advancing':
    case 'completion_claimed': {
      const department = entry.department === null ? m.portal_doer_department() : localName(entry.department);
      if (entry.kind === 'signed' && entry.doer === 'system')
        return m.portal_line_signed_silent({ department });
      return m[`portal_line_${entry.kind}`]({ department });
    }
    default:
      return m[`portal_line_${entry.kind}`]();
  }
}
