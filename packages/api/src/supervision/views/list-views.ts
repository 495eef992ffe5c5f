import { readListViews, readNames } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { itemScope } from '../item-scope.ts';
import { sharesViews } from './save-view.ts';

export type ListedView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly sharedWith: string | null;
  readonly isOwn: boolean;
  readonly isDefault: boolean;
  /** Whose it is, where it is somebody else's. */
  readonly owner: string;
};

export type ListViews = {
  /** Their own, then those shared with them. */
  readonly views: readonly ListedView[];
  readonly mayShare: boolean;
};

/** The views of the supervision list that this person may choose from. */
export async function listViews(house: House, actor: Actor): Promise<Result<ListViews>> {
  if (actor.kind !== 'staff' || itemScope(actor).kind === 'none') return refusal('not_found');
  const rows = await readListViews(house.db, actor.staffId, actor.roles);
  const owners = rows.map(({ ownerId }) => ownerId);
  const { people } = await readNames(house.db, [], owners);
  const views = rows.map(({ id, name, query, sharedWith, ownerId, isDefault }) => {
    const isOwn = ownerId === actor.staffId;
    const owner = isOwn ? '' : (people.get(ownerId)?.name ?? '');
    return { id, name, query, sharedWith, isOwn, isDefault: isOwn && isDefault, owner };
  });
  return done({
    views: [...views.filter(({ isOwn }) => isOwn), ...views.filter(({ isOwn }) => !isOwn)],
    mayShare: sharesViews(actor),
  });
}
