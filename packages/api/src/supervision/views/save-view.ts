import { dropListView, readListViews, saveListView } from '@bihuan/db';
import { hasRole, ROLES, type Actor, type StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { tick } from '../item-input.ts';
import { itemScope } from '../item-scope.ts';
import { itemFilterSchema } from '../list-items.ts';

/** The most views one person keeps. */
const MOST = 50;

const schema = z.object({
  name: typedText(1, 40),
  query: z.string('malformed').max(2000, 'malformed'),
  sharedWith: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    choice(['everybody', ...ROLES]).optional(),
  ),
  isDefault: tick,
});

/** Who may share a view: those who keep the list. */
export function sharesViews(actor: Actor): boolean {
  return hasRole(actor, 'triage_admin', 'leader');
}

/**
 * Keeps what the list shows under a name: the person's own, or shared with a role. A name that is there already is written over.
 */
export async function saveView(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly query: string }>> {
  if (!keepsViews(actor)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { name, sharedWith, isDefault } = parsed.value;
  if (sharedWith !== undefined && !sharesViews(actor)) return badInput({ sharedWith: 'not_a_choice' });
  const query = new URLSearchParams(parsed.value.query);
  query.delete('after');
  if (!parseInput(itemFilterSchema, Object.fromEntries(query)).ok) return badInput({ query: 'malformed' });
  const { staffId: ownerId } = actor;
  const own = (await readListViews(house.db, ownerId, [])).filter((view) => view.ownerId === ownerId);
  if (own.length >= MOST && !own.some((view) => view.name === name))
    return badInput({ name: 'out_of_range' });
  await saveListView(house.db, {
    ...{ id: house.newId(), ownerId, name, query: String(query), isDefault },
    ...{ sharedWith: sharedWith ?? null, changedAt: house.now() },
  });
  return done({ query: String(query) });
}

const dropped = z.object({ viewId: z.uuid('required') });

/** Throws away one's own view. */
export async function dropView(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(dropped, raw);
  if (!parsed.ok) return parsed;
  if (!keepsViews(actor)) return refusal('not_found');
  const isDropped = await dropListView(house.db, parsed.value.viewId, actor.staffId);
  return isDropped ? done(null) : refusal('not_found');
}

function keepsViews(actor: Actor): actor is StaffActor {
  return actor.kind === 'staff' && itemScope(actor).kind !== 'none';
}
