import { createHash } from 'node:crypto';
import { changeData, insertNoticeDraft, latestNoticeVersion, saveCalendarYear } from '@bihuan/db';
import {
  hasRole,
  lineAbove,
  localDateOf,
  type Actor,
  type NoticeRules,
  type RoleHolder,
} from '@bihuan/domain';
import { z } from 'zod';
import { categoryData } from '../../complaint/category/category-rows.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { forgetRules } from '../../policy/rules-in-force.ts';
import { forgetRemembered } from '../../remember.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { changeBy, reasonOfChange } from '../record-change.ts';
import { collectConfiguration, type BundleContent } from './bundle-content.ts';
import { compareBundle, type BundleDifference } from './compare-bundle.ts';
import { openBundle } from './export-configuration.ts';

const MOST = 2_000_000;
const text = z.string('required').min(1, 'required').max(MOST, 'too_long');
const weighing = z.object({ text });
const applying = z.object({ text, reason: reasonOfChange, seen: z.string('malformed').max(64, 'malformed') });

export type WeighedConfiguration = {
  readonly madeAt: string;
  /** Stands for what is here now; a change of it meanwhile makes applying stale. */
  readonly seen: string;
  readonly differences: readonly BundleDifference[];
};

/** What a bundle would change; nothing is written. One that is not signed by this house is refused. For system admins. */
export async function weighConfiguration(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<WeighedConfiguration>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(weighing, raw);
  if (!parsed.ok) return parsed;
  const bundle = await openBundle(house, parsed.value.text);
  if (!bundle.ok) return badInput({ text: bundle.fault });
  const fault = faultOf(bundle.content);
  if (fault) return badInput({ text: 'malformed' });
  const here = await collectConfiguration(house);
  return done({
    madeAt: bundle.madeAt,
    seen: markOf(here),
    differences: compareBundle(here, bundle.content),
  });
}

export type AppliedConfiguration = {
  readonly applied: number;
  /** Of which a draft is being written already: theirs is left as it is. */
  readonly skipped: readonly string[];
};

/**
 * Applies a bundle: policies and notices become drafts, to be published as any other; categories, questions and calendar years are
 * brought up to it. What is only here stays. For system admins.
 */
export async function applyConfiguration(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<AppliedConfiguration>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(applying, raw);
  if (!parsed.ok) return parsed;
  const { reason, seen } = parsed.value;
  const bundle = await openBundle(house, parsed.value.text);
  if (!bundle.ok) return badInput({ text: bundle.fault });
  if (faultOf(bundle.content)) return badInput({ text: 'malformed' });
  const here = await collectConfiguration(house);
  if (markOf(here) !== seen) return refusal('stale');
  const wanted = compareBundle(here, bundle.content).filter(({ change }) => change !== 'only_here');
  const skipped: string[] = [];
  for (const difference of wanted)
    if (!(await apply(house, actor, bundle.content, difference, reason))) skipped.push(difference.name);
  const applied = wanted.length - skipped.length;
  const after = { madeAt: bundle.madeAt, applied, skipped };
  const change = changeBy(house, actor, {
    ...{ subject: 'bundle', subjectId: bundle.madeAt.slice(0, 10), reason, before: null, after },
  });
  await house.db.prisma.configurationChange.create({ data: changeData(change) });
  forgetRules(house);
  forgetRemembered(house);
  return done({ applied, skipped });
}

/** One difference; false where a draft stands in the way. */
async function apply(
  house: House,
  actor: RoleHolder,
  content: BundleContent,
  { section, key, fields }: BundleDifference,
  reason: string,
): Promise<boolean> {
  const { prisma } = house.db;
  const recorded = (subject: 'category' | 'question' | 'calendar') =>
    changeBy(house, actor, {
      ...{ subject, subjectId: key, reason },
      before: Object.fromEntries(fields.map(({ field, was }) => [field, was])),
      after: Object.fromEntries(fields.map(({ field, is }) => [field, is])),
    });
  switch (section) {
    case 'policy': {
      const data = content.policies.find(({ kind }) => kind === key)?.data ?? {};
      return draftPolicy(house, actor, key, data);
    }
    case 'category': {
      const row = content.categories.find(({ code }) => code === key);
      if (row === undefined) return false;
      const data = { ...categoryData(row), isActive: true };
      await prisma.$transaction([
        prisma.category.upsert({ where: { code: key }, create: data, update: data }),
        prisma.configurationChange.create({ data: changeData(recorded('category')) }),
      ]);
      return true;
    }
    case 'question': {
      const data = content.questions.find(({ code }) => code === key);
      if (data === undefined) return false;
      await prisma.$transaction([
        prisma.categoryQuestion.upsert({ where: { code: key }, create: data, update: data }),
        prisma.configurationChange.create({ data: changeData(recorded('question')) }),
      ]);
      return true;
    }
    case 'calendar': {
      const year = content.calendar.find((one) => String(one.year) === key);
      if (year === undefined) return false;
      await saveCalendarYear(house.db, year.year, year.days, year.source, house.now(), recorded('calendar'));
      return true;
    }
    case 'notices': {
      if (content.notices === null || (await latestNoticeVersion(house.db, 'draft')) !== null) return false;
      const number = ((await latestNoticeVersion(house.db, 'published'))?.number ?? 0) + 1;
      const rules = content.notices as unknown as NoticeRules;
      return insertNoticeDraft(house.db, { number, rules, note: reason, by: actor.staffId, at: house.now() });
    }
  }
}

async function draftPolicy(
  house: House,
  actor: RoleHolder,
  kind: string,
  content: BundleContent['policies'][number]['data'],
): Promise<boolean> {
  const { prisma } = house.db;
  const versions = await prisma.policy.findMany({ where: { kind }, select: { version: true, status: true } });
  if (versions.some(({ status }) => status === 'draft')) return false;
  const numbers = versions.map(({ version }) => Number(/(\d+)$/.exec(version)?.[1] ?? 0));
  const version = `${kind}-${Math.max(0, ...numbers) + 1}`;
  const data = {
    ...{ kind, version, status: 'draft', source: '', createdAt: house.now(), draftedById: actor.staffId },
    effectiveFrom: new Date(localDateOf(house.now())),
    data: { ...content, version, revision: 0 },
  };
  const { count } = await prisma.policy.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Whether the categories of a bundle are no tree: something above is missing, or it goes round in a circle. */
function faultOf({ categories, questions }: BundleContent): boolean {
  const codes = new Set(categories.map(({ code }) => code));
  const isOrphan = categories.some(({ parent }) => parent !== null && !codes.has(parent));
  const isCircle = categories.some(({ code }) => {
    const top = categories.find((one) => one.code === lineAbove(categories, code).at(-1));
    return top?.parent !== null;
  });
  return isOrphan || isCircle || questions.some(({ category }) => !codes.has(category));
}

function markOf(content: BundleContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
