import { findRequest, readTracking, type RequestRow } from '@bihuan/db';
import { parseTrackingNumber } from '@bihuan/domain';
import type { House } from '../house.ts';
import { openTracking } from '../complaint/open-tracking.ts';
import { timelineOf, type TimelineEntry } from '../complaint/tracking-timeline.ts';
import { done, refusal, type Result } from '../result.ts';
import { admitClient, holds, type Asking } from './admit-client.ts';
import { requestOf, requestStatusOf, type Request, type RequestStatus } from './request.ts';

/** Which request, and the query code of the person who filed it, where they gave it to the client. */
export type AskedRequest = { readonly number: string; readonly queryCode: string };

type Reached = { readonly row: RequestRow; readonly isWhole: boolean };

/**
 * One request. Whole to the client that filed it and to whoever has its query code; without what it says where its complainant
 * chose to be open; to everybody else it is not there.
 */
export async function readRequest(
  house: House,
  asking: Asking,
  asked: AskedRequest,
): Promise<Result<Request>> {
  const reached = await reach(house, asking, asked);
  return reached.ok ? done(requestOf(reached.value.row, reached.value.isWhole)) : reached;
}

/** One line of a request's history; its texts only where the request is read whole. */
export type RequestUpdate = {
  readonly ordinal: number;
  readonly status: RequestStatus;
  readonly entry: TimelineEntry;
  readonly text: string;
};

/** What everybody may know of the course of an open request. */
const PUBLIC_KINDS: readonly TimelineEntry['kind'][] = [
  'submitted',
  'accepted',
  'under_supervision',
  'settled',
  'answered',
  'confirmed',
  'closed_in_silence',
  'reopened',
  'withdrawn',
  'disputed',
  'signed',
  'verification_opened',
  'verified',
];

const CLOSING: readonly TimelineEntry['kind'][] = [
  'declined',
  'merged',
  'split',
  'withdrawn',
  'settled',
  'confirmed',
  'closed_in_silence',
];
const OPENING: readonly TimelineEntry['kind'][] = ['submitted', 'unmerged', 'reopened', 'disputed'];

/** The course of a request, oldest first: the same lines as its complainant sees, fewer and without texts to everybody else. */
export async function readRequestUpdates(
  house: House,
  asking: Asking,
  asked: AskedRequest,
): Promise<Result<{ readonly trackingNumber: string; readonly updates: readonly RequestUpdate[] }>> {
  const reached = await reach(house, asking, asked);
  if (!reached.ok) return reached;
  const { row, isWhole } = reached.value;
  const view = await readTracking(house.db, row.complaintId);
  if (view === null) return refusal('not_found');
  let status = requestStatusOf('submitted');
  const updates = timelineOf(view).flatMap((entry, index): RequestUpdate[] => {
    if (CLOSING.includes(entry.kind)) status = 'closed';
    if (OPENING.includes(entry.kind)) status = 'open';
    if (!isWhole && !PUBLIC_KINDS.includes(entry.kind)) return [];
    const text = isWhole && 'text' in entry ? entry.text : '';
    return [{ ordinal: index + 1, status, entry, text }];
  });
  return done({ trackingNumber: row.trackingNumber, updates });
}

async function reach(
  house: House,
  asking: Asking,
  { number, queryCode }: AskedRequest,
): Promise<Result<Reached>> {
  const admitted = await admitClient(house, asking);
  if (!admitted.ok) return admitted;
  const client = admitted.value;
  const typed = parseTrackingNumber(number, house.numberPrefix);
  const row = typed.ok ? await findRequest(house.db, typed.number) : null;
  if (queryCode !== '') {
    const opened = await openTracking(house, asking.address, { number, code: queryCode });
    if (!opened.ok) return opened.kind === 'bad_input' ? refusal('not_found') : opened;
    return row === null ? refusal('not_found') : done({ row, isWhole: true });
  }
  if (row === null) return refusal('not_found');
  const isOwn = client !== null && holds(client, 'read_own') && row.externalSource === client.source;
  if (isOwn) return done({ row, isWhole: true });
  return row.isOpenToAll && holds(client, 'read_public')
    ? done({ row, isWhole: false })
    : refusal('not_found');
}
