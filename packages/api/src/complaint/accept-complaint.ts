import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { classification } from './classification.ts';
import { complaintRef } from './complaint-ref.ts';
import { isKnownCategory } from './list-categories.ts';

const schema = z.object({ ...complaintRef, ...classification });

/** Accepts a complaint (受理): its category and complexity are fixed, and the clock of the handling starts. */
export async function acceptComplaint(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { category, complexity, ...ref } = parsed.value;
  if (!(await isKnownCategory(house, category))) return badInput({ category: 'unknown_category' });
  return changeComplaint(house, actor, ref, { type: 'accept', category, complexity });
}
