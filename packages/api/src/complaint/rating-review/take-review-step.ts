import {
  CALLBACK_OUTCOMES,
  EXCLUSION_REASONS,
  SATISFACTION_LEVELS,
  type Actor,
  type RatingReview,
  type ReviewCommand,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, seenVersion, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { statement, yesOrNo } from '../../supervision/item-input.ts';
import { changeReview } from './change-review.ts';

const unasked = (typed: unknown) => (typed === '' || typed === null ? undefined : typed);

const ref = z.object({
  reviewId: z.uuid('required'),
  version: seenVersion,
});

const STEPS = {
  make_contact: z.object({ isReached: yesOrNo, note: statement }),
  verify: z.object({ isFounded: yesOrNo, text: statement }),
  extend: z.object({
    workingDays: typedNumber(1, 15),
    reason: statement,
  }),
  rectify: z.object({ text: statement }),
  reply: z.object({ text: statement }),
  record_callback: z.object({
    outcome: choice(CALLBACK_OUTCOMES),
    contacted: z.preprocess(unasked, yesOrNo.optional()),
    solved: z.preprocess(unasked, yesOrNo.optional()),
    satisfaction: z.preprocess(unasked, choice(SATISFACTION_LEVELS).optional()),
    note: typedText(0, 1000).default(''),
  }),
  appeal: z.object({ reason: choice(EXCLUSION_REASONS), text: statement }),
  name_panel: z.object({ panel: z.array(z.uuid('unknown_staff')).min(1, 'required').max(9, 'too_long') }),
  vote: z.object({ isUpheld: yesOrNo, reason: statement }),
  rule: z.object({ publicReason: statement }),
} as const;

export type ReviewStep = keyof typeof STEPS;

/** One step of a review or of the appeal in it. What the step needs is parsed; who may take it the domain decides. */
export async function takeReviewStep(
  house: House,
  actor: Actor,
  step: ReviewStep,
  raw: unknown,
): Promise<Result<RatingReview>> {
  const which = parseInput(ref, raw);
  if (!which.ok) return which;
  if (actor.kind !== 'staff') return refusal('not_found');
  const command = await commandOf(house, step, raw);
  if (!command.ok) return command;
  const { reviewId, version } = which.value;
  return changeReview(house, actor, reviewId, command.value, version);
}

async function commandOf(house: House, type: ReviewStep, raw: unknown): Promise<Result<ReviewCommand>> {
  if (type === 'record_callback') {
    const parsed = parseInput(STEPS[type], raw);
    if (!parsed.ok) return parsed;
    const { contacted, solved, satisfaction, ...call } = parsed.value;
    const answers = { contacted, solved, satisfaction };
    const open = Object.entries(answers).filter(([, answer]) => answer === undefined);
    if (call.outcome === 'valid' && open.length > 0)
      return badInput(Object.fromEntries(open.map(([field]) => [field, 'required' as const])));
    return done({
      ...{ type, ...call, satisfaction: satisfaction ?? null },
      ...{ contacted: contacted ?? false, solved: solved ?? false },
    });
  }
  if (type === 'name_panel') {
    const parsed = parseInput(STEPS[type], raw);
    if (!parsed.ok) return parsed;
    const ids = [...new Set(parsed.value.panel)];
    const staff = await house.db.prisma.staff.findMany({ where: { id: { in: ids }, isActive: true } });
    if (staff.length !== ids.length) return badInput({ panel: 'unknown_staff' });
    return done({ type, panel: staff.map(({ id, departmentId }) => ({ staffId: id, departmentId })) });
  }
  const parsed = parseInput(STEPS[type], raw);
  return parsed.ok ? done({ type, ...parsed.value } as ReviewCommand) : parsed;
}
