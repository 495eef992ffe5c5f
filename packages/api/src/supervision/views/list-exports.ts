import { readListExports, readNames, type ListExport } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

const PAGE = 50;

export type ExportLine = Omit<ListExport, 'staffId'> & { readonly who: string; readonly department: string };

export type ExportLog = {
  readonly lines: readonly ExportLine[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
};

const schema = z.object({ after: z.string('malformed').max(80, 'malformed').default('') });

/** Who took what out of the supervision list, the latest first; for the auditor and the system admin. */
export async function listExports(house: House, actor: Actor, raw: unknown): Promise<Result<ExportLog>> {
  if (!hasRole(actor, 'auditor', 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const rows = await readListExports(house.db, cursorOf(parsed.value.after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const names = await readNames(
    house.db,
    [],
    page.map(({ staffId }) => staffId),
  );
  const last = page.at(-1);
  return done({
    lines: page.map(({ staffId, ...line }) => {
      const person = names.people.get(staffId);
      const department = names.departments.get(person?.departmentId ?? '');
      return { ...line, who: person?.name ?? '', department: department?.name ?? '' };
    }),
    next: rows.length > PAGE && last !== undefined ? `${last.at}_${last.id}` : null,
  });
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string): { readonly at: string; readonly id: string } | null {
  const [at = '', id = ''] = after.split('_');
  return z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success ? { at, id } : null;
}
