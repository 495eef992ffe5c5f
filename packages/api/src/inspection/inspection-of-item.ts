import { findingOfItem, loadInspection } from '@bihuan/db';
import type { Actor, InspectionStatus } from '@bihuan/domain';
import type { House } from '../house.ts';
import { inspectionReach } from './inspection-scope.ts';

export type InspectionOfItem = {
  readonly id: string;
  readonly number: string;
  readonly theme: string;
  readonly status: InspectionStatus;
  readonly findingId: string;
};

/** The inspection whose finding an item came of; null where it came of none, or the person may not see it. */
export async function inspectionOfItem(
  house: House,
  actor: Actor,
  itemId: string,
): Promise<InspectionOfItem | null> {
  const found = await findingOfItem(house.db, itemId);
  const loaded = found && (await loadInspection(house.db, found.inspectionId));
  if (loaded === null || inspectionReach(actor, loaded.state) === 'nothing') return null;
  const { id, number, theme, status } = loaded.state;
  return { id, number, theme, status, findingId: found?.findingId ?? '' };
}
