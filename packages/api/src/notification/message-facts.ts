import { readStream, toDomainEvent } from '@bihuan/db';
import {
  addDays,
  localDateOf,
  type ComplaintEvent,
  type DeadlinePolicy,
  type DeclineReason,
  type Due,
  type LocalDate,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { deadlinesOf } from '../policy/rules-in-force.ts';

/** What a message may say: nothing of the matter, nothing of the person, never the query code. */
export type MessageFacts = {
  readonly trackingNumber: string;
  /** The page of the portal where number and query code open the complaint. */
  readonly trackingUrl: string;
  /** By when the next thing happens; null where nothing has a date. */
  readonly due: Due | null;
  /** The last day for rating or for reopening. */
  readonly until: LocalDate | null;
  readonly declined: { readonly reason: DeclineReason; readonly competentBody: string } | null;
};

/** The facts of the event that is the occasion; null where it is not there. */
export async function messageFacts(
  house: House,
  complaintId: string,
  version: number,
): Promise<MessageFacts | null> {
  const stream = await readStream(house.db, complaintId);
  const [first, stored] = [stream[0], stream[version - 1]];
  if (first === undefined || stored === undefined) return null;
  const filed = toDomainEvent<ComplaintEvent & { type: 'ComplaintSubmitted' }>(first);
  const event = toDomainEvent<ComplaintEvent>(stored);
  const deadlines = await deadlinesOf(house, filed.deadlineVersion);
  const { trackingNumber } = filed;
  const url = new URL('track', house.portalUrl.endsWith('/') ? house.portalUrl : `${house.portalUrl}/`);
  url.searchParams.set('number', trackingNumber);
  return {
    trackingNumber,
    trackingUrl: url.href,
    due: 'clock' in event && typeof event.clock === 'object' ? event.clock.due : null,
    until: lastDayOf(event, deadlines),
    declined:
      event.type === 'ComplaintDeclined'
        ? { reason: event.reason, competentBody: event.competentBody }
        : null,
  };
}

function lastDayOf(event: ComplaintEvent, deadlines: DeadlinePolicy): LocalDate | null {
  switch (event.type) {
    case 'AnswerPublished':
    case 'ComplaintSettledOnTheSpot':
      return addDays(localDateOf(event.at), deadlines.ratingCalendarDays);
    case 'ComplaintClosedInSilence':
      return addDays(localDateOf(event.at), deadlines.reopenCalendarDays);
    default:
      return null;
  }
}
