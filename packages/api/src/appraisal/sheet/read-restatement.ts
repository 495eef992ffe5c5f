import { readNames, readSnapshot, type DepartmentName } from '@bihuan/db';
import { diffSheets, type Actor, type DepartmentDiff, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { sheetFor, sheetRef } from './change-sheet.ts';
import { snapshotForDiff } from './read-period-sheet.ts';
import { seesObjectionsOf } from './sheet-reader.ts';
import { takeSnapshot } from './take-snapshot.ts';

export type SheetDiff = {
  readonly period: string;
  readonly before: number;
  /** Null where it is what a restatement would make of it now. */
  readonly after: number | null;
  readonly reason: string;
  readonly proposedAt: Instant | null;
  readonly proposedBy: string;
  readonly signedAt: Instant | null;
  readonly signedBy: string;
  readonly departments: readonly (DepartmentDiff & { readonly department: DepartmentName | null })[];
};

const schema = z.object({ period: sheetRef.period, edition: typedNumber(2, 1000).optional() });

/**
 * What a restatement changed against the edition before it, line by line; without an edition, what one would change now. A department
 * sees its own lines alone.
 */
export async function readRestatement(house: House, actor: Actor, raw: unknown): Promise<Result<SheetDiff>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const { period, edition } = parsed.value;
  const loaded = await sheetFor(house, actor, { period });
  if (!loaded.ok) return loaded;
  const { state } = loaded.value;
  if (!('restatements' in state)) return refusal('not_found');
  const restatement = state.restatements.find((one) => one.edition === edition);
  if (edition !== undefined && restatement === undefined) return refusal('not_found');
  const before = (edition ?? state.edition + 1) - 1;
  const was = await readSnapshot(house.db, state.id, before);
  const is =
    edition === undefined
      ? await takeSnapshot(house, period)
      : await readSnapshot(house.db, state.id, edition);
  if (was === null || is === null) return refusal('not_found');
  const found = diffSheets(snapshotForDiff(was), snapshotForDiff(is)).filter(({ departmentId }) =>
    seesObjectionsOf(actor, departmentId),
  );
  const proposal = state.status === 'restating' ? state.proposal : null;
  const proposedBy = restatement?.proposedBy ?? (edition === undefined ? proposal?.by : undefined);
  const { departments, people } = await readNames(
    house.db,
    found.map(({ departmentId }) => departmentId),
    [proposedBy, restatement?.signedBy].filter((id) => id !== undefined),
  );
  return done({
    ...{ period, before, after: edition ?? null },
    reason: restatement?.reason ?? proposal?.reason ?? '',
    proposedAt: restatement?.proposedAt ?? proposal?.at ?? null,
    proposedBy: people.get(proposedBy ?? '')?.name ?? '',
    signedAt: restatement?.signedAt ?? null,
    signedBy: people.get(restatement?.signedBy ?? '')?.name ?? '',
    departments: found.map((one) => ({ ...one, department: departments.get(one.departmentId) ?? null })),
  });
}
