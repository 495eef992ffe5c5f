import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeComplaint, type ComplaintAfter } from '../change-complaint.ts';
import { complaintRef } from '../complaint-ref.ts';

export const FINAL_RULINGS = ['approved', 'rejected'] as const;

const schema = z.object({ ...complaintRef, ruling: choice(FINAL_RULINGS), text: typedText(10, 2000) });

/** Approves or rejects a final answer (终结答复), by a second person, with the words that the complainant reads. */
export async function decideFinal(house: House, actor: Actor, raw: unknown): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { ruling, text, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, {
    type: 'decide_final',
    isApproved: ruling === 'approved',
    text,
  });
}
