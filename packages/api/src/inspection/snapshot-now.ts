import { readNames, readOpenedItems } from '@bihuan/db';
import { takeInspectionSnapshot, type Inspection, type InspectionSnapshot } from '@bihuan/domain';
import type { House } from '../house.ts';

/** An inspection counted as it stands now, with the items that came of it. */
export async function snapshotNow(house: House, inspection: Inspection): Promise<InspectionSnapshot> {
  const items = await readOpenedItems(house.db, inspection.id);
  const { departments } = await readNames(house.db, [
    ...inspection.findings.map(({ departmentId }) => departmentId),
    ...items.flatMap(({ leadDepartmentId }) => leadDepartmentId ?? []),
  ]);
  const names = new Map([...departments].map(([id, { name }]) => [id, name]));
  return takeInspectionSnapshot(inspection, items, names, house.now());
}
