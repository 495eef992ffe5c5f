import { listStoredImports, readNames, type ImportStep } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { importDepartment, mayImport } from './import-scope.ts';

const MOST = 50;

export type ListedImport = {
  readonly id: string;
  readonly fileName: string;
  readonly source: string;
  readonly step: ImportStep;
  readonly total: number;
  readonly created: number;
  readonly broughtAt: string;
  readonly broughtBy: string;
};

/** The latest files that were brought in. */
export async function listImports(house: House, actor: Actor): Promise<Result<readonly ListedImport[]>> {
  if (!mayImport(actor)) return refusal('not_found');
  const found = await listStoredImports(house.db, importDepartment(actor), MOST);
  const { people } = await readNames(
    house.db,
    [],
    found.map(({ broughtById }) => broughtById),
  );
  return done(
    found.map(({ id, fileName, source, step, total, created, broughtAt, broughtById }) => ({
      ...{ id, fileName, source, step, total, created, broughtAt },
      broughtBy: people.get(broughtById)?.name ?? '',
    })),
  );
}
