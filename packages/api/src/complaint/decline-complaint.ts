import { DECLINE_REASONS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

const schema = z.object({
  ...complaintRef,
  reason: choice(DECLINE_REASONS),
  competentBody: typedText(2, 100),
  notice: typedText(10, 2000),
});

/** Declines a complaint (不予受理) with the class of the reason, the body that is competent, and the one-time notice. */
export async function declineComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, competentBody, notice, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'decline', reason, competentBody, notice });
}
