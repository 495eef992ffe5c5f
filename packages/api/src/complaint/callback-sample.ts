import { createHash } from 'node:crypto';
import {
  calledBecause,
  drawText,
  isBadLevel,
  localDateOf,
  type CallbackPolicy,
  type CalledBecause,
  type Complaint,
  type SampledCase,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { callbackPolicyOn } from '../policy/rules-in-force.ts';

/** Why the window calls back about a complaint under this item; null where a sample is called and it was not drawn. */
export function whyCalled(
  house: House,
  complaint: Complaint,
  item: SupervisionItem,
): Promise<CalledBecause | null> {
  if (!('verificationOpenedAt' in item)) return Promise.resolve('all');
  return whyDrawn(house, {
    complaintId: complaint.id,
    departmentId: item.assignment.leadDepartmentId,
    on: localDateOf(item.verificationOpenedAt),
    importance: item.importance,
    isDisputed: complaint.round > 1 || complaint.reopens > 0,
    isBadlyRated: complaint.ratings.some(({ level }) => isBadLevel(level)),
  });
}

/** The same of a case as the sample is counted from. */
export async function whyDrawn(house: House, one: SampledCase): Promise<CalledBecause | null> {
  const policy = await callbackPolicyOn(house, one.on);
  return calledBecause(policy, one, drawOf(policy, one));
}

/** The number that a case draws by the seed of a policy, an unsigned one of 32 bits. */
export function drawOf(policy: CallbackPolicy, one: SampledCase): number {
  return createHash('sha256').update(drawText(policy, one)).digest().readUInt32BE(0);
}
