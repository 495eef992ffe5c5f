import type { TrackedClock } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { workingDaysWords } from '../words/day-words.ts';

type Left = { readonly text: string; readonly chip: 'neutral' | 'waiting' | 'bad' | 'paused' };

/** How much time is left on a clock, or by how much it is late. */
export function leftWords({ daysLeft }: TrackedClock): Left {
  if (daysLeft === null) return { text: m.portal_case_paused(), chip: 'paused' };
  if (daysLeft < 0) return { text: m.portal_case_late({ time: workingDaysWords(daysLeft) }), chip: 'bad' };
  if (daysLeft === 0) return { text: m.portal_case_left_today(), chip: 'waiting' };
  const text = m.portal_case_left({ time: workingDaysWords(daysLeft) });
  return { text, chip: daysLeft <= 1 ? 'waiting' : 'neutral' };
}
