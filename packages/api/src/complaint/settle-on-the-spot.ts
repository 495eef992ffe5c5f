import { OUTCOMES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { classification } from './classification.ts';
import { complaintRef } from './complaint-ref.ts';
import { isKnownCategory } from './list-categories.ts';

/** What the window says of a matter that was settled while the person was there. */
export const settlement = { ...classification, outcome: choice(OUTCOMES), text: typedText(2, 2000) };

const schema = z.object({ ...complaintRef, ...settlement });

/** Settles a complaint on the spot (当场办结), with its category, the outcome and the text the complainant sees. */
export async function settleOnTheSpot(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { category, complexity, outcome, text, ...ref } = parsed.value;
  if (!(await isKnownCategory(house, category))) return badInput({ category: 'unknown_category' });
  return changeComplaint(house, actor, ref, {
    type: 'settle_on_the_spot',
    category,
    complexity,
    outcome,
    text,
  });
}
