import { endedComplaints, type EndedComplaint } from '@bihuan/db';
import { addDays, instantAt, type LocalDate, type RetentionPolicy } from '@bihuan/domain';
import type { House } from '../../house.ts';

const PAGE = 500;

/** Complaints of which something may be due for removal on a day, page by page in the order of their filing. */
export async function* walkEndedComplaints(
  { db }: Pick<House, 'db'>,
  terms: RetentionPolicy,
  day: LocalDate,
): AsyncGenerator<readonly EndedComplaint[]> {
  // Filed on the first day of its term or before; what was filed later cannot have ended by then.
  const filedBefore = (days: number) => instantAt(addDays(day, -days), '00:00');
  const bounds = {
    contactBefore: filedBefore(terms.contactDays),
    messagesBefore: filedBefore(terms.messageDays),
    tracesBefore: filedBefore(terms.ratingTraceDays),
  };
  for (let after: EndedComplaint | null = null; ;) {
    const page: readonly EndedComplaint[] = await endedComplaints(db, {
      ...{ ...bounds, today: day, after, limit: PAGE },
    });
    yield page;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}
