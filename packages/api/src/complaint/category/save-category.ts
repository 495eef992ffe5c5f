import { changeData } from '@bihuan/db';
import {
  faultOfParent,
  faultsOfClosing,
  hasRole,
  isLocalDate,
  localDateOf,
  type Actor,
} from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { forgetRules } from '../../policy/rules-in-force.ts';
import { forgetRemembered } from '../../remember.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { categoryData, categoryFields, categoryRows, type CategoryRow } from './category-rows.ts';

const code = typedText(2, 40).refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'malformed');
const none = (text: unknown) => (text === '' ? null : text);
const date = z.string('required').refine(isLocalDate, 'not_a_date');
const named = { name: typedText(1, 40), nameEn: typedText(0, 80).default(''), reason: reasonOfChange };
const parent = z.preprocess(none, z.string('unknown_category').max(40).nullable().default(null));
const position = typedNumber(0, 100_000).default(0);

const creating = z.object({
  ...named,
  code,
  parent,
  position,
  activeFrom: z.preprocess(none, date.nullable().default(null)),
});
const changing = z.object({ ...named, code, parent, position });
const closing = z.object({ code, on: date, successor: parent, reason: reasonOfChange });
const undoing = z.object({ changeId: z.uuid('required'), reason: reasonOfChange });

type Saved = Result<{ readonly code: string }>;

/** Adds a category, from today or a later day. For system admins. */
export async function createCategory(house: House, actor: Actor, raw: unknown): Promise<Saved> {
  const given = await admitted(house, actor, creating, raw);
  if (!given.ok) return given;
  const { input, rows, today } = given.value;
  const { reason, activeFrom, ...row } = input;
  if (rows.some((one) => one.code === row.code)) return badInput({ code: 'already_taken' });
  if (activeFrom !== null && activeFrom < today) return badInput({ activeFrom: 'out_of_range' });
  const fault = faultOfParent(rows, null, row.parent, activeFrom ?? today);
  if (fault !== null) return badInput({ parent: fault });
  const nameEn = row.nameEn === '' ? row.name : row.nameEn;
  const after = { ...row, nameEn, activeFrom: activeFrom ?? today, activeTo: null, successor: null };
  return save(house, actor, null, after, reason);
}

/** Renames a category, or moves it with all below it to another place. Complaints keep their category. For system admins. */
export async function changeCategory(house: House, actor: Actor, raw: unknown): Promise<Saved> {
  const given = await admitted(house, actor, changing, raw);
  if (!given.ok) return given;
  const { input, rows, today } = given.value;
  const { reason, ...row } = input;
  const before = rows.find((one) => one.code === row.code);
  if (before === undefined) return badInput({ code: 'unknown_category' });
  const fault = row.parent === before.parent ? null : faultOfParent(rows, row.code, row.parent, today);
  if (fault !== null) return badInput({ parent: fault });
  const nameEn = row.nameEn === '' ? row.name : row.nameEn;
  return save(house, actor, before, { ...before, ...row, nameEn }, reason);
}

/**
 * Closes a category from today or a later day; it can be chosen no more, and lists of its successor hold its cases. Nothing is ever
 * taken out of the catalogue. For system admins.
 */
export async function closeCategory(house: House, actor: Actor, raw: unknown): Promise<Saved> {
  const given = await admitted(house, actor, closing, raw);
  if (!given.ok) return given;
  const { input, rows, today } = given.value;
  const faults = faultsOfClosing(rows, input, today);
  const before = rows.find((one) => one.code === input.code);
  if (before === undefined || Object.keys(faults).length > 0)
    return badInput(before === undefined ? { code: 'unknown_category' } : faults);
  const after = { ...before, activeTo: input.on, successor: input.successor };
  return save(house, actor, before, after, input.reason);
}

/** Takes back one change of a category, by a change the other way. `stale` where it was changed again since. For system admins. */
export async function undoCategoryChange(house: House, actor: Actor, raw: unknown): Promise<Saved> {
  const given = await admitted(house, actor, undoing, raw);
  if (!given.ok) return given;
  const { input, rows, today } = given.value;
  const change = await house.db.prisma.configurationChange.findUnique({ where: { id: input.changeId } });
  const now = rows.find((one) => one.code === change?.subjectId);
  if (change?.subject !== 'category' || change.before === null || now === undefined)
    return refusal('not_found');
  if (!isSame(categoryFields(now), change.after)) return refusal('stale');
  const after = { ...(change.before as Omit<CategoryRow, 'code'>), code: now.code };
  const fault = after.parent === now.parent ? null : faultOfParent(rows, now.code, after.parent, today);
  return fault === null ? save(house, actor, now, after, input.reason) : badInput({ parent: fault });
}

async function admitted<Schema extends z.ZodType>(house: House, actor: Actor, schema: Schema, raw: unknown) {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return done({ input: parsed.value, rows: await categoryRows(house), today: localDateOf(house.now()) });
}

async function save(
  house: House,
  actor: Actor,
  before: CategoryRow | null,
  after: CategoryRow,
  reason: string,
): Promise<Saved> {
  const change = changeBy(house, actor, {
    ...{ subject: 'category', subjectId: after.code, reason },
    before: before && categoryFields(before),
    after: categoryFields(after),
  });
  const data = categoryData(after);
  const { category, configurationChange } = house.db.prisma;
  const written =
    before === null ? category.create({ data }) : category.update({ where: { code: after.code }, data });
  await house.db.prisma.$transaction([written, configurationChange.create({ data: changeData(change) })]);
  forgetRules(house);
  forgetRemembered(house);
  return done({ code: after.code });
}

function isSame(now: object, then: unknown): boolean {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
  return typeof then === 'object' && then !== null && sorted(now) === sorted(then);
}
