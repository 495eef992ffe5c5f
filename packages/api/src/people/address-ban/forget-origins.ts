import { forgetBannedAddresses, forgetFilingOrigins } from '@bihuan/db';
import { addDays, localDateOf } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** For how many days it is known from where something was filed, and which address a ban was about after it is over. */
export const ORIGIN_DAYS = 7;

/** Forgets where what was filed a week ago came from, and the addresses of bans that are over. */
export async function forgetOrigins(house: House): Promise<void> {
  const now = house.now();
  await forgetFilingOrigins(house.db, new Date(Date.parse(now) - ORIGIN_DAYS * 86_400_000).toISOString());
  await forgetBannedAddresses(house.db, addDays(localDateOf(now), -ORIGIN_DAYS));
}
