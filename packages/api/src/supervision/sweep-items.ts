import { dueItems, keepQuiet, provisionalItems, type QuietItem } from '@bihuan/db';
import { addDays, localDateOf } from '@bihuan/domain';
import type { House } from '../house.ts';
import { sweepCases, type SweepTally } from '../operations/sweep-cases.ts';
import type { SweepMemory } from '../operations/sweep-memory.ts';
import { escalationPosts } from './escalation-posts.ts';
import { sweepItem, type ItemByTime } from './sweep-item.ts';

/** No date is near so many calendar days before. */
const NEAR_WITHIN = 60;

/** So many quiet items are kept in one go. */
const KEPT_TOGETHER = 500;

/**
 * Items that are due: signed in silence, deadlines and heartbeats crossed, provisional dates reckoned again, and in office hours
 * told that a date is near, and lateness taken up the chain.
 */
export async function sweepItems(
  house: House,
  memory: SweepMemory,
  isOfficeOpen: boolean,
): Promise<readonly SweepTally<ItemByTime>[]> {
  const posts = isOfficeOpen ? await escalationPosts(house) : null;
  const today = localDateOf(house.now());
  // What is still to come may have come near; while the office is closed nobody is told.
  const through = isOfficeOpen ? addDays(today, NEAR_WITHIN) : today;
  const quiet: QuietItem[] = [];
  const keep = async (least: number) => {
    if (quiet.length >= least) await keepQuiet(house.db, quiet.splice(0));
  };
  const sweep = async (id: string) => {
    const swept = await sweepItem(house, id, posts);
    if (swept.quiet !== null && swept.quiet.until > today) quiet.push({ id, ...swept.quiet });
    await keep(KEPT_TOGETHER);
    return swept.did;
  };
  const tallies = [
    await sweepCases(memory, (after, limit) => provisionalItems(house.db, { after, limit }), sweep),
    await sweepCases(
      memory,
      (after, limit) => dueItems(house.db, { today, through }, { after, limit }),
      sweep,
    ),
  ];
  await keep(1);
  return tallies;
}
