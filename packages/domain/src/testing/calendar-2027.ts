import { workingCalendar } from '../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { rows2026 } from './calendar-2026.ts';

/** 2027 as if its notice had said nothing but New Year's Day: what was provisional stands. */
export const plain2027: WorkingCalendar = workingCalendar(
  [2026, 2027],
  [...rows2026, { date: '2027-01-01', kind: 'rest', name: '元旦' }],
);

/** 2027 as if its notice had made Monday 4 January a day of rest: what was provisional moves. */
export const moved2027: WorkingCalendar = workingCalendar(
  [2026, 2027],
  [
    ...rows2026,
    { date: '2027-01-01', kind: 'rest', name: '元旦' },
    { date: '2027-01-04', kind: 'rest', name: '元旦' },
  ],
);
