import { SYSTEM, type ItemCommand, type Post } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';

export type ItemByTime =
  'recompute_due' | 'sign_in_silence' | 'cross_deadlines' | 'near_deadlines' | 'escalate';

/**
 * Does to one item what has become due, and says what; nothing where another was first or nothing is due. `posts`: who is here
 * to be reminded; null while the office is closed and nobody is.
 */
export async function sweepItem(
  house: House,
  itemId: string,
  posts: readonly Post[] | null,
): Promise<readonly ItemByTime[]> {
  const swept = await retrying(async (): Promise<Result<readonly ItemByTime[]>> => {
    const work = new Work(house, SYSTEM);
    const did: ItemByTime[] = [];
    for (const command of byTime(posts))
      if ((await work.commandItem(itemId, command)).ok) did.push(command.type);
    const saved = await work.save();
    return saved.ok ? done(did) : saved;
  });
  return swept.ok ? swept.value : [];
}

/** What time alone may do to an item, in the order in which it is tried. */
function byTime(posts: readonly Post[] | null): readonly (ItemCommand & { readonly type: ItemByTime })[] {
  return [
    { type: 'recompute_due' },
    { type: 'sign_in_silence' },
    { type: 'cross_deadlines' },
    ...(posts === null ? [] : [{ type: 'near_deadlines' } as const, { type: 'escalate', posts } as const]),
  ];
}
