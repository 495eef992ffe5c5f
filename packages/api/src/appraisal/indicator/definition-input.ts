import {
  DIRECTIONS,
  INDICATOR_CATEGORIES,
  INDICATOR_METHODS,
  isBulletinMonth,
  measuredOf,
  ORIGINS,
  RHYTHMS,
  type IndicatorDefinition,
  type MethodRule,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, typedNumber, typedText } from '../../parse-input.ts';
import { badInput, done, type BadFields, type InputCode, type Result } from '../../result.ts';
import { answerableDepartments } from '../../supervision/item-choices.ts';
import { tick } from '../../supervision/item-input.ts';

/** A value with up to four decimals, as text. */
export const measured = z.string('required' satisfies InputCode).transform((text, context) => {
  const value = measuredOf(text);
  if (value !== null) return value;
  context.addIssue({
    code: 'custom',
    message: (text.trim() === '' ? 'required' : 'not_a_number') satisfies InputCode,
  });
  return z.NEVER;
});

/** The same, where nothing is an answer. */
const measuredOrNone = z.preprocess(
  (text) => (typeof text === 'string' && text.trim() === '' ? null : text),
  measured.nullable().default(null),
);

/** Points from 0 to 100 with up to two decimals, in hundredths. */
export const points = measured
  .refine((value) => value >= 0 && value <= 100_0000, 'out_of_range' satisfies InputCode)
  .refine((value) => value % 100 === 0, 'out_of_range' satisfies InputCode)
  .transform((value) => value / 100);

/** `YYYY-MM` of this century. */
export const month = z
  .string('required' satisfies InputCode)
  .refine((text) => text !== '', 'required' satisfies InputCode)
  .refine(
    (text) => text === '' || (isBulletinMonth(text) && text.startsWith('20')),
    'not_a_date' satisfies InputCode,
  );

const ownerRow = z.object({
  departmentId: z.union([z.literal(''), z.uuid()], 'unknown_department' satisfies InputCode).default(''),
  weight: z.string('malformed' satisfies InputCode).default(''),
});

const stepRow = z.object({
  from: z.string('malformed' satisfies InputCode).default(''),
  points: z.string('malformed' satisfies InputCode).default(''),
});

export const definitionFields = {
  name: typedText(2, 60),
  category: choice(INDICATOR_CATEGORIES),
  unit: typedText(0, 20).default(''),
  direction: choice(DIRECTIONS),
  accumulates: tick,
  rhythm: choice(RHYTHMS),
  owners: z.array(ownerRow, 'required' satisfies InputCode).max(60, 'out_of_range' satisfies InputCode),
  base: measuredOrNone,
  target: measured,
  stretch: measuredOrNone,
  method: choice(INDICATOR_METHODS),
  steps: z
    .array(stepRow, 'required' satisfies InputCode)
    .max(20, 'out_of_range' satisfies InputCode)
    .default([]),
  deductEach: z.string('malformed' satisfies InputCode).default(''),
  deductPer: z.string('malformed' satisfies InputCode).default(''),
  jurorIds: z
    .array(z.uuid('unknown_staff' satisfies InputCode), 'required' satisfies InputCode)
    .max(30, 'out_of_range' satisfies InputCode)
    .default([]),
  dataSource: typedText(2, 100),
  origin: choice(ORIGINS),
  basis: typedText(0, 200).default(''),
};

type Typed = z.output<z.ZodObject<typeof definitionFields>>;

const weight = typedNumber(1, 100);

/** The definition that a form says, with rows left empty left out; each thing that is wrong under its field. */
export async function definitionOf(
  house: House,
  typed: Typed,
): Promise<Result<{ definition: IndicatorDefinition; unitsOfJurors: readonly (readonly string[])[] }>> {
  const wrong: Record<string, InputCode> = {};
  const owners = ownersOf(typed.owners, wrong);
  const known = new Set((await answerableDepartments(house)).map(({ id }) => id));
  for (const [index, { departmentId }] of typed.owners.entries())
    if (departmentId !== '' && !known.has(departmentId))
      wrong[`owners.${index}.departmentId`] = 'unknown_department';
  const method = methodOf(typed, wrong);
  const jurors = await house.db.prisma.staff.findMany({
    where: { id: { in: [...typed.jurorIds] }, isActive: true },
    select: { id: true, departmentId: true },
  });
  if (method?.kind === 'jury' && jurors.length < new Set(typed.jurorIds).size)
    wrong.jurorIds = 'unknown_staff';
  if (Object.keys(wrong).length > 0 || method === null) return badInput(wrong as BadFields);
  const { name, category, unit, direction, accumulates, rhythm, base, target, stretch } = typed;
  const { dataSource, origin, basis } = typed;
  return done({
    definition: {
      ...{ name, category, unit, direction, accumulates, rhythm, owners, base, target, stretch },
      ...{ method, dataSource, origin, basis },
    },
    unitsOfJurors: method.kind === 'jury' ? jurors.map(({ departmentId }) => [departmentId]) : [],
  });
}

function ownersOf(rows: Typed['owners'], wrong: Record<string, InputCode>): IndicatorDefinition['owners'] {
  const owners = rows.flatMap(({ departmentId, weight: typed }, index) => {
    if (departmentId === '' && typed.trim() === '') return [];
    if (departmentId === '') wrong[`owners.${index}.departmentId`] = 'required';
    const parsed = weight.safeParse(typed);
    if (!parsed.success) wrong[`owners.${index}.weight`] = typed.trim() === '' ? 'required' : 'out_of_range';
    return parsed.success ? [{ departmentId, weight: parsed.data }] : [];
  });
  if (owners.length === 0 && Object.keys(wrong).length === 0) wrong['owners.0.departmentId'] = 'required';
  return owners;
}

function methodOf(typed: Typed, wrong: Record<string, InputCode>): MethodRule | null {
  switch (typed.method) {
    case 'linear':
    case 'pass_fail':
      return { kind: typed.method };
    case 'jury':
      return { kind: 'jury', jurorIds: [...new Set(typed.jurorIds)] };
    case 'deduction': {
      const each = points.safeParse(typed.deductEach);
      const per = measured.safeParse(typed.deductPer);
      if (!each.success || each.data === 0) wrong.deductEach = 'out_of_range';
      if (!per.success || per.data <= 0) wrong.deductPer = 'out_of_range';
      return each.success && per.success ? { kind: 'deduction', each: each.data, per: per.data } : null;
    }
    case 'steps': {
      const steps = typed.steps.flatMap(({ from, points: given }, index) => {
        if (from.trim() === '' && given.trim() === '') return [];
        const threshold = measured.safeParse(from);
        const reached = points.safeParse(given);
        if (!threshold.success) wrong[`steps.${index}.from`] = 'not_a_number';
        if (!reached.success) wrong[`steps.${index}.points`] = 'out_of_range';
        return threshold.success && reached.success
          ? [{ from: threshold.data, centipoints: reached.data }]
          : [];
      });
      return { kind: 'steps', steps };
    }
  }
}
