import { NEW_HEAD, openSubstitutions, saveChange, saveSubstitution } from '@bihuan/db';
import {
  evolveSubstitution,
  hasRole,
  isLocalDate,
  localDateOf,
  nameSubstitute as name,
  type Actor,
  type Substitution,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';
import { colleagues } from './colleagues.ts';

const day = z.string('required').refine(isLocalDate, 'not_a_date');

const schema = z.object({
  /** Empty: the person who asks. */
  staffId: z.preprocess((id) => (id === '' ? undefined : id), z.uuid('unknown_staff').optional()),
  substituteId: z.uuid('required'),
  from: day,
  to: day,
});

/** Names who acts in one's place, from one day to another; system admins for everybody. */
export async function nameSubstitute(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId = actor.staffId, substituteId, from, to } = parsed.value;
  // Whoever stands in for somebody passes that on by naming a substitute of their own, not in the other's name.
  if (staffId !== actor.staffId && !hasRole(actor, 'system_admin')) return refusal('not_authorised');
  const today = localDateOf(house.now());
  const [people, others] = await Promise.all([
    colleagues(house, [staffId, substituteId]),
    openSubstitutions(house.db, today),
  ]);
  const [absent, substitute] = [people.get(staffId), people.get(substituteId)];
  if (absent === undefined) return badInput({ staffId: 'unknown_staff' });
  if (substitute === undefined) return badInput({ substituteId: 'unknown_staff' });
  const id = house.newId();
  const decision = name(
    { id, staffId, substituteId, from, to },
    { absent, substitute, others, today, now: house.now() },
  );
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const state = decision.events.reduce<Substitution | null>(evolveSubstitution, null) as Substitution;
  const statements = saveSubstitution(state, decision.events, NEW_HEAD, eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  if (!saved.ok) throw new Error(`naming a substitute was refused by ${saved.conflict}`);
  return done({ id });
}
