import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

const schema = z.object({ ...complaintRef, question: typedText(4, 1000) });

/** Asks the complainant something; the clock of the handling stands still until the answer, at most its policy's days. */
export async function askComplainant(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { question, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'ask_complainant', question });
}
