import type { RequestRow, TranslatedName } from '@bihuan/db';
import { endOf, COMPLAINT_STATUSES, type ComplaintStatus, type Instant } from '@bihuan/domain';

/** open · closed, as the specification knows them. Closed says nothing of solved. */
export type RequestStatus = 'open' | 'closed';

const CLOSED: readonly ComplaintStatus[] = [
  'declined',
  'merged',
  'split',
  'withdrawn',
  'settled_on_the_spot',
  'closed',
];

/** A complaint as a client reads it. `whole` holds what it says, and is null for everybody but its own client and its holder. */
export type Request = {
  readonly trackingNumber: string;
  readonly status: RequestStatus;
  readonly state: ComplaintStatus;
  readonly category: (TranslatedName & { readonly code: string }) | null;
  readonly agency: TranslatedName | null;
  readonly requestedAt: Instant;
  readonly updatedAt: Instant;
  readonly expectedAt: Instant | null;
  readonly isExpectedProvisional: boolean;
  readonly whole: {
    readonly title: string;
    readonly description: string;
    readonly place: string;
    /** How the client itself calls it; null for a complaint that it did not file. */
    readonly reference: string | null;
  } | null;
};

export function requestStatusOf(state: ComplaintStatus): RequestStatus {
  return CLOSED.includes(state) ? 'closed' : 'open';
}

export function statesOf(statuses: readonly RequestStatus[]): readonly ComplaintStatus[] {
  return COMPLAINT_STATUSES.filter((state) => statuses.includes(requestStatusOf(state)));
}

export function requestOf(row: RequestRow, isWhole: boolean): Request {
  const { trackingNumber, status: state, category, agency, title, body, place, externalId } = row;
  const due =
    row.dueOn === null || row.dueHalf === null
      ? null
      : { date: row.dueOn, half: row.dueHalf, provisional: row.isDueProvisional };
  return {
    ...{ trackingNumber, state, status: requestStatusOf(state), category, agency },
    requestedAt: row.submittedAt,
    updatedAt: row.updatedAt,
    expectedAt: due && endOf(due),
    isExpectedProvisional: due?.provisional ?? false,
    whole: isWhole ? { title, description: body, place, reference: externalId } : null,
  };
}
