import {
  IMPACTS,
  importanceOf,
  URGENCIES,
  type Actor,
  type Complaint,
  type Importance,
  type SupervisionItem,
} from '@bihuan/domain';
import { z } from 'zod';
import { matchComplaintRoute } from '../complaint/match-complaint-route.ts';
import type { House } from '../house.ts';
import { choice, parseInput, seenVersion, typedText } from '../parse-input.ts';
import { routingOf } from '../policy/routing/routing-in-force.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import { assignmentFields, planAssignment } from './assignment-input.ts';
import type { ChangedItem } from './change-item.ts';
import { itemNumber } from './item-number.ts';

const schema = z.object({
  ...assignmentFields,
  leadDepartmentId: assignmentFields.leadDepartmentId.optional(),
  measures: assignmentFields.measures.default([]),
  complaintId: z.uuid('required'),
  version: seenVersion,
  /** What a person judges; the matrix and the catalogue say how important the item is. */
  impact: choice(IMPACTS).default('one'),
  urgency: choice(URGENCIES).default('can_wait'),
  problem: typedText(4, 1000),
  basis: typedText(0, 500).default(''),
});

type Input = z.output<typeof schema>;

/**
 * Routes an accepted complaint into the supervision list: item opened, assigned, and the complaint placed under it, in one
 * transaction. A key or listed item stays proposed until it is countersigned and assigned. A disputed or reopened complaint
 * goes back to the item it had.
 */
export async function routeComplaint(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  return retrying(async () => {
    const work = new Work(house, actor);
    const complaint = await work.complaint(input.complaintId, input.version);
    if (!complaint.ok) return complaint;
    const item = await itemFor(house, work, complaint.value, input);
    if (!item.ok) return item;
    const { id: itemId } = item.value;
    const placed = await work.commandComplaint(input.complaintId, {
      type: 'place_under_supervision',
      itemId,
    });
    if (!placed.ok) return placed;
    const saved = await work.save();
    if (!saved.ok) return saved;
    const now = await work.item(itemId);
    return now.ok ? done({ itemId, number: now.value.number, status: now.value.status }) : now;
  });
}

async function itemFor(
  house: House,
  work: Work,
  complaint: Complaint,
  input: Input,
): Promise<Result<SupervisionItem>> {
  if (complaint.status === 'accepted') return openFor(house, work, complaint, input);
  if (complaint.status !== 'disputed' && complaint.status !== 'reopened')
    return refusal('illegal_move', { status: complaint.status, command: 'place_under_supervision' });
  return takeBack(house, work, complaint.itemId, input);
}

async function openFor(
  house: House,
  work: Work,
  complaint: Complaint,
  input: Input,
): Promise<Result<SupervisionItem>> {
  const { problem } = input;
  const importance = await judgedImportance(house, complaint.id, input);
  const opened = await work.proposeItem(
    {
      type: 'propose',
      id: house.newId(),
      number: itemNumber(work.now, house.randomBytes),
      source: 'complaint',
      basis: input.basis === '' ? complaint.trackingNumber : input.basis,
      problem,
      importance,
      complaintIds: [complaint.id],
      doubleReason: input.doubleReason,
    },
    input.leadDepartmentId ?? null,
  );
  return opened.ok && opened.value.status === 'registered'
    ? assign(house, work, opened.value, input)
    : opened;
}

async function judgedImportance(
  house: House,
  complaintId: string,
  { impact, urgency }: Input,
): Promise<Importance> {
  const [{ priorities }, route] = await Promise.all([
    routingOf(house),
    matchComplaintRoute(house, complaintId),
  ]);
  return importanceOf(priorities, impact, urgency, route?.importance);
}

/** The next round: a finished item is taken up again or assigned anew; one that still runs goes on as it is. */
async function takeBack(
  house: House,
  work: Work,
  itemId: string,
  input: Input,
): Promise<Result<SupervisionItem>> {
  const item = await work.item(itemId);
  if (!item.ok) return item;
  const { problem: reason } = input;
  switch (item.value.status) {
    case 'struck_off': {
      const rebounded = await work.commandItem(itemId, { type: 'record_rebound', reason });
      if (!rebounded.ok) return rebounded;
      return isAssignable(input)
        ? assign(house, work, rebounded.value, input)
        : work.commandItem(itemId, { type: 'take_up_again', reason });
    }
    case 'rebounded':
    case 'registered':
      return assign(house, work, item.value, input);
    case 'watched':
    case 'long_running':
    case 'referred_up':
      return work.commandItem(itemId, { type: 'take_up_again', reason });
    default:
      return item;
  }
}

async function assign(
  house: House,
  work: Work,
  item: SupervisionItem,
  input: Input,
): Promise<Result<SupervisionItem>> {
  const { leadDepartmentId } = input;
  if (leadDepartmentId === undefined) return badInput({ leadDepartmentId: 'required' });
  const plan = await planAssignment(house, work, item, { ...input, leadDepartmentId });
  return plan.ok ? work.commandItem(item.id, { type: 'assign', ...plan.value }) : plan;
}

function isAssignable(input: Input): boolean {
  return input.leadDepartmentId !== undefined && input.measures.length > 0;
}
