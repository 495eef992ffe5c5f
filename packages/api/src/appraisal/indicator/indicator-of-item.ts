import { indicatorOfItemId } from '@bihuan/db';
import { isInForce, shownDefinition, type Actor, type BulletinMonth } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { indicatorReach } from './indicator-reach.ts';

export type IndicatorOfItem = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly month: BulletinMonth;
};

/** The indicator whose red light an item came of; null where it came of none, or the person may not see it. */
export async function indicatorOfItem(
  house: House,
  actor: Actor,
  itemId: string,
): Promise<IndicatorOfItem | null> {
  const found = await indicatorOfItemId(house.db, itemId);
  if (found === null || !isInForce(found)) return null;
  const reach = indicatorReach(actor, found);
  if (reach !== 'all' && reach !== 'own') return null;
  const { id, number } = found;
  const { name } = shownDefinition(found);
  return { id, number, name, month: found.items.find((one) => one.id === itemId)?.month ?? '' };
}
