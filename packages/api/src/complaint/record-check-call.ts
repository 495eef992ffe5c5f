import { CHECK_CALL_OUTCOMES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

const schema = z.object({ ...complaintRef, outcome: choice(CHECK_CALL_OUTCOMES), note: typedText(2, 1000) });

/** Records what the window heard when it asked whether a withdrawal was the complainant’s own wish. */
export async function recordCheckCall(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { outcome, note, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'record_check_call', outcome, note });
}
