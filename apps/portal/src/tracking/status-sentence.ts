import type { Tracking } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

/** Where the case stands, in plain words. Closed is never called solved. */
export function statusSentence({ status, closedBy }: Pick<Tracking, 'status' | 'closedBy'>): string {
  if (status !== 'closed') return m[`portal_status_${status}`]();
  if (closedBy === 'final') return m.final_status();
  return closedBy === 'silence' ? m.portal_status_closed_silence() : m.portal_status_closed_confirmation();
}
