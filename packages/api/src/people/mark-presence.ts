import { forgetPresence, loadItem, notePresence, readComplaintMatter, type Present } from '@bihuan/db';
import type { StaffActor, Actor } from '@bihuan/domain';
import { z } from 'zod';
import { complaintScope } from '../complaint/complaint-scope.ts';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { seesItem } from '../supervision/item-scope.ts';

export type { Present } from '@bihuan/db';

const subject = z.object({ about: choice(['complaint', 'item']), id: z.uuid('malformed') });
const schema = subject.extend({ isEditing: z.boolean().default(false) });

type Subject = z.output<typeof subject>;

/** Somebody is there as long as their page was heard of within these seconds: three beats of it. */
const SECONDS = 45;

/** Notes that a person has a case open, and tells who else has. Only of cases they may see. */
export async function markPresence(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<readonly Present[]>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  if (actor.kind !== 'staff' || !(await sees(house, actor, parsed.value))) return refusal('not_found');
  const { id: subjectId, isEditing } = parsed.value;
  const note = { subjectId, staffId: actor.staffId, isEditing, now: house.now() };
  return done(await notePresence(house.db, note, SECONDS));
}

/** A person closed a case. */
export async function leavePresence(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(subject, raw);
  if (!parsed.ok) return parsed;
  if (actor.kind === 'staff') await forgetPresence(house.db, parsed.value.id, actor.staffId);
  return done(null);
}

async function sees(house: House, actor: StaffActor, { about, id }: Subject): Promise<boolean> {
  if (about === 'complaint') return (await readComplaintMatter(house.db, id, complaintScope(actor))) !== null;
  const loaded = await loadItem(house.db, id);
  return loaded !== null && seesItem(actor, loaded.state);
}
