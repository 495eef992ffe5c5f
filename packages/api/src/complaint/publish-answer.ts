import { OUTCOMES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

const schema = z.object({ ...complaintRef, outcome: choice(OUTCOMES), text: typedText(10, 4000) });

/** Publishes the answer to the complainant, who confirms or disputes it. `solved` needs the item struck off. */
export async function publishAnswer(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { outcome, text, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'publish_answer', outcome, text });
}
