import { SYSTEM, type ItemCommandType } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';

/** What time alone may do to an item, in the order in which it is tried. */
const BY_TIME = [
  'recompute_due',
  'sign_in_silence',
  'cross_deadlines',
] as const satisfies readonly ItemCommandType[];

export type ItemByTime = (typeof BY_TIME)[number];

/** Does to one item what has become due, and says what; nothing where another was first or nothing is due. */
export async function sweepItem(house: House, itemId: string): Promise<readonly ItemByTime[]> {
  const swept = await retrying(async (): Promise<Result<readonly ItemByTime[]>> => {
    const work = new Work(house, SYSTEM);
    const did: ItemByTime[] = [];
    for (const type of BY_TIME) if ((await work.commandItem(itemId, { type })).ok) did.push(type);
    const saved = await work.save();
    return saved.ok ? done(did) : saved;
  });
  return swept.ok ? swept.value : [];
}
