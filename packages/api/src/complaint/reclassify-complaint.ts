import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { classification } from './classification.ts';
import { complaintRef } from './complaint-ref.ts';
import { isKnownCategory } from './list-categories.ts';

const schema = z.object({ ...complaintRef, ...classification, reason: typedText(2, 500) });

/** Gives an accepted complaint another category or complexity; its date is counted again, with the pauses it had. */
export async function reclassifyComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { category, complexity, reason, ...ref } = parsed.value;
  if (!(await isKnownCategory(house, category))) return badInput({ category: 'unknown_category' });
  return changeComplaint(house, actor, ref, { type: 'reclassify', category, complexity, reason });
}
