import { loadComplaint, loadDraft } from '@bihuan/db';
import type { ComplaintStatus } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { findLookAlikes } from '../find-lookalikes.ts';
import { openTracking } from '../open-tracking.ts';
import { PUBLIC_LIKENESS } from '../public-lookalikes.ts';
import { draftOf, draftRef } from './draft.ts';

/** A case somebody opened with its code, beside what they are about to file. */
export type OwnCase = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  /** It is still being handled, so that anything new belongs there. */
  readonly isRunning: boolean;
  /** It has its final answer: on the same facts nothing new is begun. */
  readonly isFinal: boolean;
  /** What is being filed reads like the same matter. */
  readonly isSame: boolean;
};

const ENDED: readonly ComplaintStatus[] = ['declined', 'withdrawn', 'closed', 'settled_on_the_spot'];
const MOST = 60;

/**
 * Whether what is about to be filed is the matter of a case that the same person has running. Only told to whoever holds
 * that case's number and query code: a name, a phone or a text opens nothing. Failed tries count as those of tracking do.
 */
export async function recogniseOwnCase(
  house: House,
  address: string,
  raw: unknown,
): Promise<Result<OwnCase>> {
  const ref = parseInput(draftRef, raw);
  const stored = ref.ok && (await loadDraft(house.db, house.keyring, ref.value.draftId, house.now()));
  if (!stored) return refusal('draft_gone');
  const opened = await openTracking(house, address, raw);
  if (!opened.ok) return opened;
  const { complaintId } = opened.value;
  const { title = '', body = '', place = '', aboutDepartmentId = '' } = draftOf(stored).typed;
  const subject = { id: null, title, body, place, submittedAt: house.now() };
  const departmentId = aboutDepartmentId === '' ? null : aboutDepartmentId;
  const [alike, { trackingNumber, status }, loaded] = await Promise.all([
    findLookAlikes(house, { ...subject, departmentId }, MOST),
    house.db.prisma.complaint.findUniqueOrThrow({ where: { id: complaintId } }),
    loadComplaint(house.db, complaintId),
  ]);
  const state = status as ComplaintStatus;
  return done({
    ...{ complaintId, trackingNumber, status: state, isRunning: !ENDED.includes(state) },
    isFinal: loaded !== null && loaded.state.final !== null,
    isSame: alike.some(({ id, score }) => id === complaintId && score >= PUBLIC_LIKENESS),
  });
}
