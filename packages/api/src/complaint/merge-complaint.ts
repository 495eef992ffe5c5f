import { parseTrackingNumber, type Actor, type Complaint, type ComplaintCommand } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import type { Work } from '../work.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

const schema = z.object({ ...complaintRef, survivorNumber: typedText(1, 40) });

/** States of a complaint into which nothing can be merged. */
const ENDED: readonly Complaint['status'][] = ['merged', 'split', 'declined', 'withdrawn'];

/** Merges a complaint into another on the same matter (并案). It keeps its number and follows the survivor; reversible. */
export async function mergeComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { survivorNumber, ...ref } = parsed.value;
  const number = parseTrackingNumber(survivorNumber, house.numberPrefix);
  if (!number.ok) return badInput({ survivorNumber: 'unknown_number' });
  const row = await house.db.prisma.complaint.findUnique({
    where: { trackingNumber: number.number },
    select: { id: true },
  });
  if (row === null) return badInput({ survivorNumber: 'unknown_number' });
  return changeComplaint(house, actor, ref, (_, work) => mergeInto(work, row.id));
}

async function mergeInto(work: Work, survivorId: string): Promise<Result<ComplaintCommand>> {
  const survivor = await work.complaint(survivorId);
  if (!survivor.ok) return survivor;
  const { trackingNumber: survivorNumber, status } = survivor.value;
  if (ENDED.includes(status)) return refusal('survivor_ended', { number: survivorNumber });
  return done({ type: 'merge', survivorId, survivorNumber });
}
