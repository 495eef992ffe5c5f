import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

const schema = z.object({ ...complaintRef, reason: typedText(2, 500) });

/** Undoes a merge: the complaint goes on where it stood, on its own clock. */
export async function unmergeComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'unmerge', reason });
}
