import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { retrying, Work } from '../../work.ts';

export type HoldChanged = { readonly complaintId: string; readonly trackingNumber: string };

const placing = z.object({ trackingNumber: typedText(4, 40), reason: typedText(2, 500) });
const lifting = z.object({ complaintId: z.uuid('required'), reason: typedText(2, 500) });

/** Holds a complaint, so that nothing of it is removed until the hold is lifted, with a reason. For custodians. */
export async function placeHold(house: House, actor: Actor, raw: unknown): Promise<Result<HoldChanged>> {
  if (!hasRole(actor, 'custodian')) return refusal('not_found');
  const parsed = parseInput(placing, raw);
  if (!parsed.ok) return parsed;
  const { trackingNumber, reason } = parsed.value;
  const row = await house.db.prisma.complaint.findUnique({
    where: { trackingNumber: trackingNumber.toUpperCase() },
    select: { id: true },
  });
  if (row === null) return badInput({ trackingNumber: 'unknown_number' });
  return change(house, actor, row.id, { type: 'place_hold', reason });
}

/** Lifts the hold on a complaint, with a reason; whatever is due by then is removed the next night. For custodians. */
export async function liftHold(house: House, actor: Actor, raw: unknown): Promise<Result<HoldChanged>> {
  if (!hasRole(actor, 'custodian')) return refusal('not_found');
  const parsed = parseInput(lifting, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, reason } = parsed.value;
  return change(house, actor, complaintId, { type: 'lift_hold', reason });
}

function change(
  house: House,
  actor: Actor,
  complaintId: string,
  command: { readonly type: 'place_hold' | 'lift_hold'; readonly reason: string },
): Promise<Result<HoldChanged>> {
  return retrying(async () => {
    const work = new Work(house, actor);
    const changed = await work.commandComplaint(complaintId, command);
    if (!changed.ok) return changed;
    const saved = await work.save();
    return saved.ok ? done({ complaintId, trackingNumber: changed.value.trackingNumber }) : saved;
  });
}
