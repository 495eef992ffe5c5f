import { readLikePrecedents } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { readsPrecedents, withDepartments, type ListedPrecedent } from './list-precedents.ts';

const MOST = 5;

/** Earlier rulings most like the return that is to be ruled on, for whoever rules; empty for everybody else. */
export async function offerPrecedents(
  house: House,
  actor: Actor,
  itemId: string,
): Promise<readonly ListedPrecedent[]> {
  if (!readsPrecedents(actor)) return [];
  return withDepartments(house, await readLikePrecedents(house.db, itemId, MOST));
}
