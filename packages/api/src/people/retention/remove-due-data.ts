import {
  countRemoved,
  EXPIRED_ROWS,
  messagesWrittenBefore,
  removeExpiredRows,
  removeMessageTexts,
  REMOVED_THINGS,
  saveChange,
  type EndedComplaint,
  type ExpiredRows,
  type RemovedThing,
} from '@bihuan/db';
import { dueForRemoval, localDateOf, type LocalDate, type RetentionPolicy } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { inFlight } from '../../in-flight.ts';
import { retentionTermsOf } from '../../policy/rules-in-force.ts';
import { removeOfCase, type DueOfCase, type RemovedOfCase } from './remove-of-case.ts';
import { walkEndedComplaints } from './walk-ended-complaints.ts';

export type RetentionReport = {
  readonly day: LocalDate;
  readonly rulesVersion: string;
  readonly isDryRun: boolean;
  readonly removed: Readonly<Record<RemovedThing, number>>;
  /** Cases of which nothing could be removed, by the error. */
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
};

const TOGETHER = 4;
const BATCH = 500;
const DAY = 86_400_000;

/**
 * Removes all personal data whose term is over by the rules in force today, a batch at a time. Done twice, late or after a
 * break it comes to the same. With `isDryRun` it only counts.
 */
export async function removeDueData(house: House, { isDryRun = false } = {}): Promise<RetentionReport> {
  const terms = await retentionTermsOf(house);
  const day = localDateOf(house.now());
  const removed = Object.fromEntries(REMOVED_THINGS.map((what) => [what, 0])) as Record<RemovedThing, number>;
  const add = (of: RemovedOfCase) => {
    for (const [what, count] of Object.entries(of)) removed[what as RemovedThing] += count;
  };
  const failed: { id: string; error: unknown }[] = [];
  for await (const page of walkEndedComplaints(house, terms, day))
    await inFlight(page, TOGETHER, async (one) => {
      const due = dueOf(one, terms, day);
      if (due === null) return;
      try {
        add(
          isDryRun ? await countOfCase(house, one, due) : await removeOfCase(house, one, due, terms.version),
        );
      } catch (error) {
        failed.push({ id: one.id, error });
      }
    });
  add({ staff_messages: await removeStaffMessages(house, terms, day, isDryRun) });
  for (const what of EXPIRED_ROWS) {
    const count = await removeExpiredRows(house.db, what, before(house, terms, what), isDryRun);
    add({ [what]: count });
    if (count > 0 && !isDryRun)
      await saveChange(house.db, {
        statements: [countRemoved({ day, what, rulesVersion: terms.version, count })],
      });
  }
  return { day, rulesVersion: terms.version, isDryRun, removed, failed };
}

/** What of a case is due and still there; null where nothing is. */
export function dueOf(one: EndedComplaint, terms: RetentionPolicy, day: LocalDate): DueOfCase | null {
  const due = dueForRemoval(one, terms, day);
  const { contact, messages, traces } = due;
  const isAny = (contact && one.hasContact) || (messages && one.hasMessages) || (traces && one.hasTraces);
  return isAny ? due : null;
}

async function countOfCase(
  { db }: House,
  { id: complaintId, hasContact }: EndedComplaint,
  due: DueOfCase,
): Promise<RemovedOfCase> {
  const [messages, traces] = await Promise.all([
    due.messages ? db.prisma.message.count({ where: { complaintId, removedAt: null } }) : 0,
    due.traces ? db.prisma.ratingTrace.count({ where: { complaintId } }) : 0,
  ]);
  return { contacts: due.contact && hasContact ? 1 : 0, messages, rating_traces: traces };
}

const TERM_OF: Readonly<Record<ExpiredRows, Exclude<keyof RetentionPolicy, 'version'>>> = {
  contact_changes: 'contactChangeDays',
  bounced_addresses: 'bouncedAddressDays',
  expired_access: 'expiredAccessDays',
  staff_addresses: 'staffAddressDays',
  left_staff: 'leftStaffDays',
  webhook_bodies: 'webhookDays',
  imports: 'importDays',
};

function before(house: House, terms: RetentionPolicy, what: ExpiredRows): string {
  return new Date(Date.parse(house.now()) - terms[TERM_OF[what]] * DAY).toISOString();
}

async function removeStaffMessages(
  house: House,
  { staffMessageDays, version: rulesVersion }: RetentionPolicy,
  day: LocalDate,
  isDryRun: boolean,
): Promise<number> {
  const at = house.now();
  const until = new Date(Date.parse(at) - staffMessageDays * DAY).toISOString();
  if (isDryRun)
    return house.db.prisma.message.count({
      where: { complaintId: null, removedAt: null, createdAt: { lt: until } },
    });
  let removed = 0;
  for (;;) {
    const messages = await messagesWrittenBefore(house.db, until, BATCH);
    const count = messages.length;
    if (count === 0) return removed;
    await saveChange(house.db, {
      statements: [
        ...removeMessageTexts(messages, house.keyring, at),
        countRemoved({ day, what: 'staff_messages', rulesVersion, count }),
      ],
    });
    removed += count;
  }
}
