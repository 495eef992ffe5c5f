import { latestNoticeVersion, readLoadedYear, type QuestionChoice } from '@bihuan/db';
import { localDateOf } from '@bihuan/domain';
import { z } from 'zod';
import { categoryRows } from '../../complaint/category/category-rows.ts';
import type { House } from '../../house.ts';

const text = z.string().max(4000);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Everything that a bundle holds: rules and catalogues, no person, no case. */
export const bundleContent = z.object({
  policies: z.array(z.object({ kind: text, data: z.record(z.string(), z.json()) })).max(50),
  categories: z
    .array(
      z.object({
        ...{ code: text, parent: text.nullable(), name: text, nameEn: text, position: z.int() },
        ...{ activeFrom: date.nullable(), activeTo: date.nullable(), successor: text.nullable() },
      }),
    )
    .max(2000),
  questions: z
    .array(
      z.object({
        ...{ code: text, category: text, position: z.int(), kind: text, name: text, nameEn: text },
        choices: z.array(z.object({ value: text, name: text, nameEn: text })).max(100),
        ...{ isRequired: z.boolean(), isActive: z.boolean() },
      }),
    )
    .max(5000),
  calendar: z
    .array(
      z.object({
        ...{ year: z.int(), source: text },
        days: z.array(z.object({ date, kind: z.enum(['rest', 'working']), name: text })).max(366),
      }),
    )
    .max(50),
  notices: z.record(z.string(), z.json()).nullable(),
});
export type BundleContent = z.output<typeof bundleContent>;

/** Of a policy, what tells one version from another by its name only. */
const NAMES: readonly string[] = ['version', 'revision'];

/** The configuration as it is in force now. */
export async function collectConfiguration(house: House): Promise<BundleContent> {
  const { prisma } = house.db;
  const today = new Date(localDateOf(house.now()));
  const [policies, categories, questions, years, notices] = await Promise.all([
    prisma.policy.findMany({
      where: { status: 'published', effectiveFrom: { lte: today } },
      orderBy: [{ kind: 'asc' }, { effectiveFrom: 'desc' }, { createdAt: 'desc' }],
      distinct: ['kind'],
    }),
    categoryRows(house),
    prisma.categoryQuestion.findMany({ orderBy: { code: 'asc' } }),
    prisma.calendarYear.findMany({ orderBy: { year: 'asc' } }),
    latestNoticeVersion(house.db, 'published'),
  ]);
  const calendar = await Promise.all(
    years.map(async ({ year, source }) => ({
      ...{ year, source },
      days: [...((await readLoadedYear(house.db, year))?.rows ?? [])],
    })),
  );
  // As it comes out of JSON, so that it is compared and signed as it will be read.
  return bundleContent.parse(
    JSON.parse(
      JSON.stringify({
        policies: policies.map(({ kind, data }) => ({ kind, data: withoutNames(data as object) })),
        categories: categories.map(
          ({ code, parent, name, nameEn, position, activeFrom, activeTo, successor }) => ({
            ...{ code, parent, name, nameEn, position, activeFrom, activeTo, successor },
          }),
        ),
        questions: questions.map(({ choices, ...question }) => ({
          ...question,
          choices: choices as unknown as readonly QuestionChoice[],
        })),
        calendar,
        notices: notices?.rules ?? null,
      }),
    ),
  );
}

function withoutNames(data: object) {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !NAMES.includes(key)));
}
