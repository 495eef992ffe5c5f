import { loadSheet } from '@bihuan/db';
import type { LastPlaceRuling, PayPolicy } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** What two people signed about last places of a period; nothing is read where the rule is off. */
export async function signedLastPlaces(
  house: House,
  period: string,
  { lastPlace }: PayPolicy,
): Promise<readonly LastPlaceRuling[]> {
  if (!lastPlace.isOn) return [];
  const loaded = await loadSheet(house.db, period);
  return loaded?.state.lastPlaces.filter(({ signed }) => signed !== null) ?? [];
}
