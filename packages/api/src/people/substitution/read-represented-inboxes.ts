import type { Actor } from '@bihuan/domain';
import { readInbox, type InboxSection } from '../../complaint/read-inbox.ts';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { representedToday } from './act-for.ts';

/** What waits for somebody who is away. */
export type RepresentedInbox = {
  readonly staffId: string;
  readonly name: string;
  readonly sections: readonly InboxSection[];
};

/** The inboxes of those for whom one may act today. */
export async function readRepresentedInboxes(
  house: House,
  actor: Actor,
): Promise<Result<readonly RepresentedInbox[]>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  if (actor.standsInFor !== undefined) return done([]);
  const represented = await representedToday(house, actor);
  return done(
    await Promise.all(
      represented.map(async ({ staffId, name, actor: inPlace }) => {
        const inbox = await readInbox(house, inPlace);
        return { staffId, name, sections: inbox.ok ? inbox.value : [] };
      }),
    ),
  );
}
