import { readStream, type StoredEvent } from '@bihuan/db';
import type { Actor, ComplaintCommand, ComplaintEventType, ComplaintStatus } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import { followedComplaint } from './followed-complaint.ts';
import { reviewOfBadRating } from './rating-review/open-review.ts';

/** What the complainant may do with a running case, in the order in which it is offered. */
export const COMPLAINANT_COMMANDS = [
  'reply',
  'confirm',
  'dispute',
  'rate',
  'object_to_decline',
  'reopen',
  'request_review',
  'supplement',
  'urge',
  'withdraw',
] as const;
export type ComplainantCommandType = (typeof COMPLAINANT_COMMANDS)[number];
export type ComplainantCommand = ComplaintCommand & { type: ComplainantCommandType };

export type ChangedComplaint = { readonly complaintId: string; readonly status: ComplaintStatus };

const EVENT_OF: Readonly<Record<ComplainantCommandType, ComplaintEventType>> = {
  reply: 'ComplainantReplied',
  confirm: 'AnswerConfirmed',
  dispute: 'AnswerDisputed',
  rate: 'ComplaintRated',
  object_to_decline: 'DeclineObjected',
  reopen: 'ComplaintReopened',
  request_review: 'ReviewRequested',
  supplement: 'ComplaintSupplemented',
  urge: 'ComplaintUrged',
  withdraw: 'ComplaintWithdrawn',
};

/** Judgements on what the page showed; everything else is as right after a change as before it. */
const JUDGEMENTS: readonly ComplainantCommandType[] = ['confirm', 'dispute'];

/**
 * Gives one command on one's own complaint and saves. With the version the page showed, the same form sent twice changes
 * nothing the second time, and an answer is judged only as it was seen (`stale`). Somebody else's complaint is `not_found`.
 */
export async function commandAsComplainant(
  house: House,
  actor: Actor,
  { complaintId, version }: { readonly complaintId: string; readonly version?: number | undefined },
  command: ComplainantCommand,
): Promise<Result<ChangedComplaint>> {
  if (actor.kind === 'complainant' && actor.complaintId !== complaintId) return refusal('not_found');
  return retrying(async () => {
    const work = new Work(house, actor);
    const complaint = await work.complaint(complaintId);
    if (!complaint.ok) return complaint;
    const since = version === undefined ? [] : (await readStream(house.db, complaintId)).slice(version);
    if (since.some((event) => isOutcomeOf(command, event)))
      return done({ complaintId, status: complaint.value.status });
    if (since.length > 0 && JUDGEMENTS.includes(command.type)) return refusal('stale');
    const changed = await work.commandComplaint(complaintId, command);
    if (!changed.ok) return changed;
    const opened =
      command.type === 'rate'
        ? await reviewOfBadRating(
            house,
            changed.value,
            command.level,
            await work.leadOf((await followedComplaint(house, changed.value)) ?? changed.value),
          )
        : [];
    const saved = await work.save(opened);
    return saved.ok ? done({ complaintId, status: changed.value.status }) : saved;
  });
}

function isOutcomeOf({ type, ...data }: ComplainantCommand, event: StoredEvent): boolean {
  if (event.type !== EVENT_OF[type] || event.actor.kind !== 'complainant') return false;
  return Object.entries(data).every(([field, value]) => event.data[field] === value);
}
