import {
  loadInspection,
  saveChange,
  saveInspection,
  type LoadedInspection,
  type Statement,
} from '@bihuan/db';
import {
  decideInspection,
  evolveInspection,
  type Actor,
  type Inspection,
  type InspectionCommand,
  type InspectionStatus,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { inspectionNotices } from '../notification/notices-of-events.ts';
import { seenVersion } from '../parse-input.ts';
import { done, refusal, type InputCode, type Result } from '../result.ts';
import { eventActor, retrying } from '../work.ts';
import { inspectionReach } from './inspection-scope.ts';

/** Which inspection, and the version of it that the person saw; a form sends both. */
export const inspectionRef = {
  inspectionId: z.uuid('required' satisfies InputCode),
  version: seenVersion,
};

export type InspectionRef = { readonly inspectionId: string; readonly version?: number | undefined };

/** What an inspection has become. */
export type ChangedInspection = { readonly inspectionId: string; readonly status: InspectionStatus };

/** The inspection for somebody who sees all of it; refused as stale where it is not the version they saw. */
export async function inspectionFor(
  house: House,
  actor: Actor,
  { inspectionId, version }: InspectionRef,
): Promise<Result<LoadedInspection>> {
  const loaded = await loadInspection(house.db, inspectionId);
  if (loaded === null || inspectionReach(actor, loaded.state) !== 'all') return refusal('not_found');
  if (version !== undefined && version !== loaded.head.version) return refusal('stale');
  return done(loaded);
}

/**
 * Gives one command on an inspection and saves. The command is made from the state it is given on; `also` writes along with
 * it what follows from it.
 */
export async function changeInspection(
  house: House,
  actor: Actor,
  ref: InspectionRef,
  commandOn: InspectionCommand | ((state: Inspection) => Promise<Result<InspectionCommand>>),
  also: (after: Inspection) => readonly Statement[] = () => [],
): Promise<Result<ChangedInspection>> {
  return retrying(async () => {
    const loaded = await inspectionFor(house, actor, ref);
    if (!loaded.ok) return loaded;
    const { state, head, events: before } = loaded.value;
    const command = typeof commandOn === 'function' ? await commandOn(state) : done(commandOn);
    if (!command.ok) return command;
    const decision = decideInspection(state, command.value, { actor, now: house.now() });
    if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
    const { events } = decision;
    const after = events.reduce<Inspection>(evolveInspection, state);
    const changed = { inspectionId: after.id, status: after.status };
    if (events.length === 0) return done(changed);
    const saved = await saveChange(house.db, {
      statements: [...saveInspection(after, head, before, events, eventActor(actor)), ...also(after)],
      jobs: inspectionNotices(after.id, head.version, events),
    });
    return saved.ok ? done(changed) : refusal('stale');
  });
}
