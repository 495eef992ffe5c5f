import { readLookLog, readNames, type DepartmentName, type LookCursor } from '@bihuan/db';
import { hasRole, isLocalDate, parseTrackingNumber, type Actor, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { localDate } from '../../supervision/item-input.ts';

const SIZE = 50;
const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(empty, schema.optional()).transform((value) => value ?? null);

const schema = z.object({
  departmentId: optional(z.uuid('unknown_department')),
  from: optional(localDate),
  to: optional(localDate),
  number: typedText(0, 100).default(''),
  after: z.string('malformed').max(100, 'malformed').default(''),
});

export type LookLine = {
  readonly id: string;
  readonly at: Instant;
  readonly trackingNumber: string;
  readonly by: string;
  readonly unit: DepartmentName | null;
  readonly reason: string;
  readonly fields: readonly string[];
  readonly isUnderGrant: boolean;
};

export type LookLog = { readonly lines: readonly LookLine[]; readonly next: string | null };

/** Every look at contact data, latest first: who, when, whose, why. For custodians and auditors. */
export async function listContactLooks(house: House, actor: Actor, raw: unknown): Promise<Result<LookLog>> {
  if (!hasRole(actor, 'custodian', 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { departmentId, from, to, number, after } = parsed.value;
  const typed = parseTrackingNumber(number, house.numberPrefix);
  const filter = { departmentId, from, to, trackingNumber: typed.ok ? typed.number : number || null };
  const rows = await readLookLog(house.db, filter, cursorOf(after), SIZE + 1);
  const page = rows.slice(0, SIZE);
  const { people, departments } = await readNames(
    house.db,
    page.map((row) => row.departmentId),
    page.map((row) => row.staffId),
  );
  const last = page.at(-1);
  return done({
    lines: page.map(({ staffId, departmentId: unitId, ...row }) => ({
      ...row,
      by: people.get(staffId)?.name ?? '',
      unit: departments.get(unitId) ?? null,
    })),
    next: rows.length > SIZE && last ? `${last.at}_${last.id}` : null,
  });
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string): LookCursor | null {
  const [at = '', id = ''] = after.split('_');
  const isGood =
    z.iso.datetime({ precision: 3 }).safeParse(at).success &&
    isLocalDate(at.slice(0, 10)) &&
    z.uuid().safeParse(id).success;
  return isGood ? { at, id } : null;
}
