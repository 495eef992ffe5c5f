import { isOfficeOpen, shanghaiTimeOf, type LocalDate, type WorkingCalendar } from '@bihuan/domain';
import type { ComplaintByTime } from '../complaint/sweep-complaint.ts';
import { sweepReviews } from '../complaint/rating-review/sweep-reviews.ts';
import { sweepComplaints } from '../complaint/sweep-complaints.ts';
import type { House } from '../house.ts';
import { applyDepartmentChanges } from '../people/department-change/apply-department-changes.ts';
import { settleRoleTerms } from '../people/role-term/settle-role-terms.ts';
import { noticeRulesOf } from '../notification/notice-rules-in-force.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import type { ItemByTime } from '../supervision/sweep-item.ts';
import { sweepItems } from '../supervision/sweep-items.ts';
import type { SweepTally } from './sweep-cases.ts';
import { SweepMemory } from './sweep-memory.ts';

export type SweepReport = {
  readonly complaints: Readonly<Record<ComplaintByTime, number>>;
  readonly items: Readonly<Record<ItemByTime, number>>;
  /** Cases that could not be swept, by id; the next sweep takes them again. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
};

/**
 * Does what time alone has brought about: departments and roles that change today, and every complaint and item that is due. Each crossing is written once however
 * often, late or side by side this runs. `memory` spares a process that sweeps every minute the cases it looked at in vain.
 */
export async function sweepDeadlines(house: House, memory = new SweepMemory()): Promise<SweepReport> {
  await applyDepartmentChanges(house);
  await settleRoleTerms(house);
  const calendar = await calendarOf(house);
  const { date, hour } = shanghaiTimeOf(house.now());
  const years = [...calendar.coveredYears].sort((a, b) => a - b);
  const isOpen = isOfficeOpen(house.now(), (await noticeRulesOf(house)).office, calendar);
  memory.begin(`${date} ${hour < 12 ? 'am' : 'pm'} ${isOpen ? 'open' : 'closed'} ${years.join(' ')}`);
  const complaints = await sweepComplaints(house, memory, coveredThrough(calendar, date));
  const items = await sweepItems(house, memory, isOpen);
  await sweepReviews(house);
  return {
    complaints: sum(
      { recompute_due: 0, time_out_question: 0, close_in_silence: 0, cross_deadline: 0 },
      complaints,
    ),
    items: sum(
      { recompute_due: 0, sign_in_silence: 0, cross_deadlines: 0, near_deadlines: 0, escalate: 0 },
      items,
    ),
    failed: [...complaints, ...items].flatMap(({ failed }) => failed),
  };
}

/** The last day of the years without a gap from today's on; the day before today's year where that one is not loaded. */
function coveredThrough({ coveredYears }: WorkingCalendar, today: LocalDate): LocalDate {
  let year = Number(today.slice(0, 4));
  while (coveredYears.has(year)) year += 1;
  return `${year - 1}-12-31`;
}

function sum<Done extends string>(
  none: Record<Done, number>,
  tallies: readonly SweepTally<Done>[],
): Record<Done, number> {
  const counts = { ...none };
  for (const tally of tallies)
    for (const one of Object.keys(none) as Done[]) counts[one] += tally.counts[one] ?? 0;
  return counts;
}
