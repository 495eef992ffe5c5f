import { runningBanOf } from '@bihuan/db';
import { localDateOf, type LocalDate } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { readWindowPhone } from './window-phone.ts';

/** Why nothing is taken from an address, until when, and whom to ask about it. */
export type OwnBan = { readonly reason: string; readonly until: LocalDate; readonly phone: string };

/** The ban that holds for an address now, by its keyed hash; null where there is none. */
export async function banOf(house: House, addressHash: Buffer): Promise<OwnBan | null> {
  const ban = await runningBanOf(house.db, addressHash, localDateOf(house.now()));
  return ban === null ? null : { ...ban, phone: (await readWindowPhone(house)) ?? '' };
}

/** The ban that whoever asks is under. `address`: their network address. */
export function readOwnBan(house: House, address: string): Promise<OwnBan | null> {
  return banOf(house, house.keyring.keyedHash('address', address));
}
