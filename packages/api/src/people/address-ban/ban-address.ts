import { insertBan, NEW_HEAD, originOfFiling, runningBanOf, saveChange } from '@bihuan/db';
import {
  banAddress as ban,
  evolveAddressBan,
  hasRole,
  isLocalDate,
  localDateOf,
  parseTrackingNumber,
  type Actor,
  type AddressBan,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';
import { readWindowPhone } from './window-phone.ts';

const schema = z.object({
  /** The keyed hash of the address in hex, as the list of origins shows it; or what was filed from it. */
  origin: z
    .string()
    .regex(/^([0-9a-f]{64})?$/, 'not_a_choice')
    .default(''),
  trackingNumber: typedText(0, 40).default(''),
  reason: typedText(4, 200),
  until: z.string('required').refine(isLocalDate, 'not_a_date'),
});

/**
 * Lets the portal take nothing from an address until the end of a day. Whoever is banned reads the reason, the day and the
 * telephone of the window. For system admins.
 */
export async function banAddress(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { origin, trackingNumber, reason, until } = parsed.value;
  if (origin === '' && trackingNumber === '') return badInput({ trackingNumber: 'required' });
  if ((await readWindowPhone(house)) === null) return refusal('no_window_phone');
  const addressHash = origin === '' ? await originOf(house, trackingNumber) : Buffer.from(origin, 'hex');
  if (addressHash === null) return refusal('origin_unknown');
  const now = house.now();
  if ((await runningBanOf(house.db, addressHash, localDateOf(now))) !== null)
    return refusal('address_banned_already');
  const id = house.newId();
  const decision = ban({ id, reason, until }, now);
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const state = decision.events.reduce<AddressBan | null>(evolveAddressBan, null) as AddressBan;
  const statements = insertBan(state, decision.events, NEW_HEAD, eventActor(actor), addressHash);
  const saved = await saveChange(house.db, { statements });
  if (!saved.ok) throw new Error(`banning an address was refused by ${saved.conflict}`);
  return done({ id });
}

async function originOf(house: House, typed: string): Promise<Buffer | null> {
  const number = parseTrackingNumber(typed, house.numberPrefix);
  return number.ok ? originOfFiling(house.db, number.number) : null;
}
