import {
  COMPLEXITIES,
  deadlinesFor,
  dueDate,
  type Actor,
  type Complexity,
  type DeadlinePolicy,
  type Due,
  type ProofLine,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedNumber } from '../parse-input.ts';
import { calendarOf, categoryLines, deadlinesOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';

const schema = z.object({
  workingDays: typedNumber(0.5, 250, 0.5),
});

export type DuePreview = {
  readonly workingDays: number;
  readonly due: Due;
  readonly proof: readonly ProofLine[];
};

/** The date that so many working days from now lead to, with its proof. */
export async function previewDueDate(house: House, actor: Actor, raw: unknown): Promise<Result<DuePreview>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { workingDays } = parsed.value;
  const reckoned = dueDate({ start: house.now(), workingDays, calendar: await calendarOf(house) });
  return done({ workingDays, ...reckoned });
}

/** The dates that acceptance at this moment would promise, by complexity. */
export async function previewComplexities(house: House): Promise<Readonly<Record<Complexity, DuePreview>>> {
  return previewsBy(house, await deadlinesOf(house));
}

/** The same for each category in use that an exception of the policy gives other days. */
export async function previewExceptions(
  house: House,
  categories: readonly { readonly code: string }[],
): Promise<Readonly<Record<string, Readonly<Record<Complexity, DuePreview>>>>> {
  const policy = await deadlinesOf(house);
  if (policy.exceptions.length === 0) return {};
  const lines = await categoryLines(
    house,
    categories.map(({ code }) => code),
  );
  const excepted = lines.filter((line) => {
    const own = deadlinesFor(policy, { categories: [line], importance: null });
    return COMPLEXITIES.some((one) => own[one] !== policy[one]);
  });
  const previews = excepted.map(async (line) => {
    const own = deadlinesFor(policy, { categories: [line], importance: null });
    return [line[0] ?? '', await previewsBy(house, own)] as const;
  });
  return Object.fromEntries(await Promise.all(previews));
}

async function previewsBy(
  house: House,
  deadlines: DeadlinePolicy,
): Promise<Readonly<Record<Complexity, DuePreview>>> {
  const calendar = await calendarOf(house);
  const of = (workingDays: number) => ({
    workingDays,
    ...dueDate({ start: house.now(), workingDays, calendar }),
  });
  return { simple: of(deadlines.simple), ordinary: of(deadlines.ordinary), complex: of(deadlines.complex) };
}
