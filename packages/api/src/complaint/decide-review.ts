import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeComplaint, type ComplaintAfter } from './change-complaint.ts';
import { complaintRef } from './complaint-ref.ts';

export const REVIEW_RULINGS = ['confirmed', 'changed'] as const;

const schema = z.object({ ...complaintRef, ruling: choice(REVIEW_RULINGS), text: typedText(10, 2000) });

/** Decides a second-level review (复查) with the opinion that the complainant reads. */
export async function decideReview(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { ruling, text, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'decide_review', isChanged: ruling === 'changed', text });
}
