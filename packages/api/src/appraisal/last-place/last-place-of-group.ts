import { lastPlaces, withoutLastPlace, type LastPlace } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { composePeriod, policiesOfPeriod } from '../compose-period.ts';
import { periodById } from '../periods.ts';

/** The last places of a period as the ledger gives them now; none where the rule is off. */
export async function lastPlacesNow(house: House, periodId: string): Promise<readonly LastPlace[]> {
  const period = await periodById(house, periodId);
  if (period === null) return [];
  const { pay } = await policiesOfPeriod(house, period);
  if (!pay.lastPlace.isOn) return [];
  const { departments } = await composePeriod(house, periodId);
  return lastPlaces(withoutLastPlace(departments), pay);
}

/** That of one group; null where the rule is off or nobody is last in it. */
export async function lastPlaceOfGroup(
  house: House,
  periodId: string,
  groupId: string,
): Promise<LastPlace | null> {
  return (await lastPlacesNow(house, periodId)).find((place) => place.groupId === groupId) ?? null;
}
