import { readNames, readPrecedents, type DepartmentName, type Precedent } from '@bihuan/db';
import { DISPUTE_RULINGS, hasRole, RULINGS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import { withForerunners } from '../../people/department-lineage.ts';
import { done, refusal, type Result } from '../../result.ts';

const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(empty, schema.optional()).transform((value) => value ?? null);

const PAGE = 30;

const schema = z.object({
  text: typedText(0, 100).default(''),
  category: optional(z.string('not_a_choice').max(64, 'unknown_category')),
  departmentId: optional(z.uuid('unknown_department')),
  ruling: optional(choice([...RULINGS, ...DISPUTE_RULINGS])),
  /** The `next` of the page before. */
  after: z.string('malformed').max(80, 'malformed').default(''),
});

export type ListedPrecedent = Omit<Precedent, 'departmentId'> & {
  readonly department: DepartmentName | null;
};

export type PrecedentList = {
  readonly precedents: readonly ListedPrecedent[];
  readonly next: string | null;
};

/** Who rules, and who looks over those who do. */
export function readsPrecedents(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'triage_admin', 'leader', 'auditor');
}

/** Every ruling on a return or a disputed measure so far, the latest first: searched by words, category, department and what was ruled. */
export async function listPrecedents(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<PrecedentList>> {
  if (!readsPrecedents(actor)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { text, category, departmentId, ruling, after } = parsed.value;
  const departmentIds = departmentId === null ? null : await withForerunners(house, departmentId);
  const filter = { text, category, departmentIds, ruling };
  const rows = await readPrecedents(house.db, filter, cursorOf(after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const next = rows.length > PAGE && last !== undefined ? `${last.at}_${last.itemId}` : null;
  return done({ precedents: await withDepartments(house, page), next });
}

export async function withDepartments(
  house: House,
  rows: readonly Precedent[],
): Promise<readonly ListedPrecedent[]> {
  const { departments } = await readNames(
    house.db,
    rows.flatMap(({ departmentId }) => departmentId ?? []),
  );
  return rows.map(({ departmentId, ...row }) => ({
    ...row,
    department: departments.get(departmentId ?? '') ?? null,
  }));
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string): { at: string; itemId: string } | null {
  const [at = '', itemId = ''] = after.split('_');
  const isWhole =
    z.iso.datetime({ precision: 3 }).safeParse(at).success && z.uuid().safeParse(itemId).success;
  return isWhole ? { at, itemId } : null;
}
