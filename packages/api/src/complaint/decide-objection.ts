import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

export const OBJECTION_RULINGS = ['upheld', 'rejected'] as const;

const schema = z.object({ ...complaintRef, ruling: choice(OBJECTION_RULINGS), text: typedText(10, 2000) });

/** Decides the objection to a decline: upheld, the complaint is triaged again; rejected, it stays declined. */
export async function decideObjection(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { ruling, text, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, {
    type: 'decide_objection',
    isUpheld: ruling === 'upheld',
    text,
  });
}
