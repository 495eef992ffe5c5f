import { heartbeatDue, localDateOf, type Due } from '../calendar/index.ts';
import type { ItemContext } from './item-decision.ts';

/** When the next progress report is due if one is filed, or the item taken on, now. */
export function nextReportDue({ now, calendar, deadlines }: ItemContext): Due {
  return heartbeatDue(localDateOf(now), calendar, deadlines.heartbeatCalendarDays);
}
