import { readGamingSignals, readNames, type DepartmentName } from '@bihuan/db';
import { hasRole, type Actor, type GamingDecision, type GamingSignal, type RowRef } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';

/** So many are shown; those that changed last. */
const MOST = 200;

export type GamingLine = Pick<
  GamingSignal,
  'id' | 'kind' | 'period' | 'status' | 'values' | 'raisedAt' | 'grownAt'
> & {
  readonly version: number;
  readonly department: DepartmentName | null;
  readonly rows: readonly RowRef[];
  readonly decisions: readonly (Omit<GamingDecision, 'by'> & { readonly by: string })[];
};

const schema = z.object({ status: choice(['open', 'decided']).default('open') });

/** The queue of what looks like gaming, with its rows. For appraisal admins and auditors, never for a department. */
export async function listGaming(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly GamingLine[]>> {
  if (!hasRole(actor, 'appraisal_admin', 'auditor')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const signals = await readGamingSignals(house.db, parsed.value.status, MOST);
  const { departments, people } = await readNames(
    house.db,
    signals.map(({ departmentId }) => departmentId),
    signals.flatMap(({ decisions }) => decisions.map(({ by }) => by)),
  );
  return done(
    signals.map(({ id, kind, period, status, values, raisedAt, grownAt, version, rows, ...one }) => ({
      ...{ id, kind, period, status, values, raisedAt, grownAt, version, rows },
      department: departments.get(one.departmentId) ?? null,
      decisions: one.decisions.map((decision) => ({
        ...decision,
        by: people.get(decision.by)?.name ?? '',
      })),
    })),
  );
}
