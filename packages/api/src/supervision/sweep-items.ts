import { dueItems, provisionalItems } from '@bihuan/db';
import { localDateOf } from '@bihuan/domain';
import type { House } from '../house.ts';
import { sweepCases, type SweepTally } from '../operations/sweep-cases.ts';
import type { SweepMemory } from '../operations/sweep-memory.ts';
import { escalationPosts } from './escalation-posts.ts';
import { sweepItem, type ItemByTime } from './sweep-item.ts';

/**
 * Items that are due: signed in silence, deadlines and heartbeats crossed, provisional dates reckoned again, and in office hours
 * lateness taken up the chain.
 */
export async function sweepItems(
  house: House,
  memory: SweepMemory,
  isOfficeOpen: boolean,
): Promise<readonly SweepTally<ItemByTime>[]> {
  const posts = isOfficeOpen ? await escalationPosts(house) : null;
  const sweep = (id: string) => sweepItem(house, id, posts);
  const today = localDateOf(house.now());
  return [
    await sweepCases(memory, (after, limit) => provisionalItems(house.db, { after, limit }), sweep),
    await sweepCases(memory, (after, limit) => dueItems(house.db, today, { after, limit }), sweep),
  ];
}
