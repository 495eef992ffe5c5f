import type { Tracking } from '@bihuan/api';
import type { ComplaintStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { dayWords, dueWords } from '../words/day-words.ts';

/** States in which it is the office that lets a date go by. */
const LATE_MATTERS: readonly ComplaintStatus[] = [
  'submitted',
  'accepted',
  'under_supervision',
  'objected',
  'under_review',
];

/** What happens next by itself, in one or two sentences. */
export function nextSentence(
  { status, clock, reopenUntil, rateUntil, final }: Tracking,
  today: string,
): string {
  const due = clock === null || clock.due === null ? '' : dueWords(clock.due, today);
  if ((clock?.daysLeft ?? 0) < 0 && LATE_MATTERS.includes(status)) return m.portal_next_late();
  switch (status) {
    case 'submitted':
      return m.portal_next_submitted({ due });
    case 'accepted':
      return m.portal_next_accepted({ due });
    case 'under_supervision':
      return m.portal_next_under_supervision({ due });
    case 'awaiting_complainant':
      return m.portal_next_awaiting_complainant({ due });
    case 'answered':
      return m.portal_next_answered({ due });
    case 'closed':
      if (final !== null) return m.final_next();
      return reopenUntil === null || reopenUntil < today
        ? m.portal_next_closed_over()
        : m.portal_next_closed({ date: dayWords(reopenUntil, today) });
    case 'settled_on_the_spot':
      return m.portal_next_settled({ date: rateUntil === null ? '' : dayWords(rateUntil, today) });
    case 'disputed':
    case 'reopened':
      return m.portal_next_disputed();
    case 'declined':
      return m.portal_next_declined();
    case 'objected':
      return m.portal_next_objected({ due });
    case 'under_review':
      return m.portal_next_under_review({ due });
    case 'split':
      return m.portal_next_split();
    case 'merged':
      return m.portal_next_merged();
    case 'withdrawn':
      return m.portal_next_withdrawn();
  }
}
