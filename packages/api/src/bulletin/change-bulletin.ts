import { loadBulletin, saveBulletin, saveChange, type LoadedBulletin, type Statement } from '@bihuan/db';
import {
  decideBulletin,
  evolveBulletin,
  type Actor,
  type Bulletin,
  type BulletinCommand,
  type BulletinMonth,
  type BulletinStatus,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { bulletinNotices } from '../notification/notices-of-events.ts';
import { done, refusal, type InputCode, type Result } from '../result.ts';
import { itemRef } from '../supervision/item-input.ts';
import { eventActor, retrying } from '../work.ts';
import { seesBulletin } from './bulletin-scope.ts';

/** Which bulletin, and the version of it that the person saw; a form sends both. */
export const bulletinRef = {
  bulletinId: z.uuid('required' satisfies InputCode),
  version: itemRef.version,
};

export type BulletinRef = { readonly bulletinId: string; readonly version?: number | undefined };

/** What a bulletin has become. */
export type ChangedBulletin = {
  readonly bulletinId: string;
  readonly month: BulletinMonth | null;
  readonly status: BulletinStatus;
};

/** The bulletin as this person may see it; refused as stale where it is not the version they saw. */
export async function bulletinFor(
  house: House,
  actor: Actor,
  { bulletinId, version }: BulletinRef,
): Promise<Result<LoadedBulletin>> {
  const loaded = await loadBulletin(house.db, bulletinId);
  if (loaded === null || !seesBulletin(actor, loaded.state)) return refusal('not_found');
  if (version !== undefined && version !== loaded.head.version) return refusal('stale');
  return done(loaded);
}

/**
 * Gives one command on a bulletin and saves. The command is made from the state it is given on; `also` writes along with it
 * what follows from it.
 */
export async function changeBulletin(
  house: House,
  actor: Actor,
  ref: BulletinRef,
  commandOn: (state: Bulletin) => Promise<Result<BulletinCommand>>,
  also: (after: Bulletin) => readonly Statement[] = () => [],
): Promise<Result<ChangedBulletin>> {
  return retrying(async () => {
    const loaded = await bulletinFor(house, actor, ref);
    if (!loaded.ok) return loaded;
    const { state, head } = loaded.value;
    const command = await commandOn(state);
    if (!command.ok) return command;
    const decision = decideBulletin(state, command.value, { actor, now: house.now() });
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const after = decision.events.reduce<Bulletin>(evolveBulletin, state);
    const changed = { bulletinId: after.id, month: after.month, status: after.status };
    if (decision.events.length === 0) return done(changed);
    const statements = [...saveBulletin(after, head, decision.events, eventActor(actor)), ...also(after)];
    const jobs = bulletinNotices(after.id, head.version, decision.events);
    const saved = await saveChange(house.db, { statements, jobs });
    return saved.ok ? done(changed) : refusal('stale');
  });
}
