import { triedEvents, type TriedEvent } from '@bihuan/db';
import {
  daysBetween,
  deadlinesFor,
  dueDate,
  heartbeatDue,
  localDateOf,
  type DeadlinePolicy,
  type Due,
  type Instant,
  type WorkingCalendar,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { calendarOf, categoryLines } from '../rules-in-force.ts';
import type { LineTaker } from './try-out-lines.ts';
import type { TriedTerm } from './try-out-result.ts';

const TYPES = ['ComplaintSubmitted', 'ComplaintAccepted', 'ItemAssigned', 'ItemSigned', 'VerificationOpened'];

type Begun = { readonly term: string; readonly due: Due; readonly start: Instant };
type Count = { cases: number; earlier: number; later: number; days: number };

/** Due dates of past cases as they were set, beside those that a draft would have set; pauses and extensions came later and stay out. */
export async function tryOutDeadlines(
  house: House,
  draft: DeadlinePolicy,
  since: string,
  lines: LineTaker,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<{ readonly events: number; readonly terms: readonly TriedTerm[] }> {
  const calendar = await calendarOf(house);
  const counts = new Map<string, Count>();
  let events = 0;
  for await (const batch of triedEvents(house.db, TYPES, since)) {
    for (const event of batch.events) {
      const begun = begunBy(event);
      if (begun === null) continue;
      events += 1;
      const category = event.data['category'];
      const codes = typeof category === 'string' ? [category] : event.categories;
      const categories = event.type === 'ComplaintSubmitted' ? [] : await categoryLines(house, codes);
      const deadlines = deadlinesFor(draft, { categories, importance: event.importance });
      const after = dueUnder(deadlines, begun, calendar);
      const count = counts.get(begun.term) ?? { cases: 0, earlier: 0, later: 0, days: 0 };
      counts.set(begun.term, count);
      count.cases += 1;
      if (after === null || (after.date === begun.due.date && after.half === begun.due.half)) continue;
      const isLater = textOf(after) > textOf(begun.due);
      if (isLater) count.later += 1;
      else count.earlier += 1;
      count.days += daysBetween(begun.due.date, after.date);
      await lines.take({
        ...{ departmentId: event.departmentId, period: '', rule: begun.term, subject: event.subject },
        ...{ subjectId: event.streamId, number: event.number, at: event.at },
        before: textOf(begun.due),
        after: textOf(after),
      });
    }
    await onProgress(batch.done, batch.total);
  }
  const terms = [...counts].map(([term, count]) => ({ term, ...count }));
  return { events, terms: terms.toSorted((one, other) => one.term.localeCompare(other.term)) };
}

/** The morning comes before the whole day. */
function textOf({ date, half }: Due): string {
  return `${date} ${half}`;
}

function begunBy({ type, at, data }: TriedEvent): Begun | null {
  switch (type) {
    case 'ComplaintSubmitted':
    case 'ComplaintAccepted': {
      const clock = data['clock'] as { readonly start: Instant; readonly due: Due };
      const term = type === 'ComplaintSubmitted' ? 'triage' : String(data['complexity']);
      return { term, due: clock.due, start: clock.start };
    }
    case 'ItemAssigned': {
      const { signDue } = data['assignment'] as { readonly signDue: Due };
      return { term: 'signFor', due: signDue, start: at };
    }
    case 'ItemSigned':
      return { term: 'heartbeatCalendarDays', due: data['nextReportDue'] as Due, start: at };
    case 'VerificationOpened':
      return { term: 'verification', due: data['due'] as Due, start: at };
    default:
      return null;
  }
}

function dueUnder(deadlines: DeadlinePolicy, { term, start }: Begun, calendar: WorkingCalendar): Due | null {
  switch (term) {
    case 'heartbeatCalendarDays':
      return heartbeatDue(localDateOf(start), calendar, deadlines.heartbeatCalendarDays);
    case 'triage':
    case 'simple':
    case 'ordinary':
    case 'complex':
    case 'signFor':
    case 'verification':
      return dueDate({ start, workingDays: deadlines[term], calendar }).due;
    default:
      return null;
  }
}
