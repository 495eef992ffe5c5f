import type { RecurringMatterStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '../tone.ts';

export const RECURRENCE_TONE: Readonly<Record<RecurringMatterStatus | 'none', Tone>> = {
  none: 'bad',
  explained: 'waiting',
  change_asked: 'active',
  changed: 'good',
};

/** How far a recurring matter is, in words. */
export function recurrenceStateText(status: RecurringMatterStatus | null): string {
  return m[`interface_recurring_state_${status ?? 'none'}`]();
}
