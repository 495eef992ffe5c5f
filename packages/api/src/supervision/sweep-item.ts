import { quietUntil, SYSTEM, type ItemCommand, type LocalDate, type Post } from '@bihuan/domain';
import type { House } from '../house.ts';
import { deadlinesOfItem } from '../policy/deadlines-of-case.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { done, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';

export type ItemByTime =
  | 'recompute_due'
  | 'sign_in_silence'
  | 'cross_deadlines'
  | 'near_deadlines'
  | 'escalate';

export type SweptItem = {
  /** What was done; nothing where another was first or nothing is due. */
  readonly did: readonly ItemByTime[];
  /** Of what version nothing was done, and until when nothing can be; null otherwise. */
  readonly quiet: { readonly version: number; readonly until: LocalDate } | null;
};

/**
 * Does to one item what has become due, and says what, or until when nothing can be. `posts`: who is here
 * to be reminded; null while the office is closed and nobody is.
 */
export async function sweepItem(
  house: House,
  itemId: string,
  posts: readonly Post[] | null,
): Promise<SweptItem> {
  const swept = await retrying(async (): Promise<Result<SweptItem>> => {
    const work = new Work(house, SYSTEM);
    const did: ItemByTime[] = [];
    for (const command of byTime(posts))
      if ((await work.commandItem(itemId, command)).ok) did.push(command.type);
    if (did.length === 0) return done({ did, quiet: await quietOf(house, work, itemId) });
    const saved = await work.save();
    return saved.ok ? done({ did, quiet: null }) : saved;
  });
  return swept.ok ? swept.value : { did: [], quiet: null };
}

async function quietOf(house: House, work: Work, itemId: string): Promise<SweptItem['quiet']> {
  const item = await work.item(itemId);
  const version = work.versionOfItem(itemId);
  if (!item.ok || version === null) return null;
  const deadlines = await deadlinesOfItem(house, item.value, await work.complaintsOf(item.value));
  const calendar = await calendarOf(house);
  return { version, until: quietUntil(item.value, { now: work.now, calendar, deadlines }) };
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
