import { isComplaintInScope } from '@bihuan/db';
import type { Actor, Complaint, ComplaintCommand, ComplaintStatus } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import type { ComplaintRef } from './complaint-ref.ts';
import { complaintScope } from './complaint-scope.ts';

/** What a complaint has become. */
export type ComplaintAfter = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
};

/**
 * Gives one command of the office on one complaint and saves. A complaint outside the actor's scope is `not_found`. Where
 * somebody else was first it is tried again, unless the person said which version they saw: then they are told (`stale`).
 */
export async function changeComplaint(
  house: House,
  actor: Actor,
  { complaintId, version }: ComplaintRef,
  command: ComplaintCommand | ((complaint: Complaint, work: Work) => Promise<Result<ComplaintCommand>>),
): Promise<Result<ComplaintAfter>> {
  if (!(await isComplaintInScope(house.db, complaintId, complaintScope(actor)))) return refusal('not_found');
  return retrying(async () => {
    const work = new Work(house, actor);
    const complaint = await work.complaint(complaintId, version);
    if (!complaint.ok) return complaint;
    const given = typeof command === 'function' ? await command(complaint.value, work) : done(command);
    if (!given.ok) return given;
    const changed = await work.commandComplaint(complaintId, given.value);
    if (!changed.ok) return changed;
    const saved = await work.save();
    if (!saved.ok) return saved;
    return done({ complaintId, trackingNumber: changed.value.trackingNumber, status: changed.value.status });
  });
}
