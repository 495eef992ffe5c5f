import type { Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { listItems, type ItemLine } from './list-items.ts';

/** The most lines of one file. */
export const MOST_EXPORTED = 5000;

const PAGE = 200;

/**
 * All lines of the supervision list that a filter finds, as this person may see them, for a file. `export_too_large` where
 * there are more than 5,000.
 */
export async function exportItems(
  house: House,
  actor: Actor,
  filter: Readonly<Record<string, unknown>>,
): Promise<Result<readonly ItemLine[]>> {
  const lines: ItemLine[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof listItems>> = await listItems(house, actor, {
      ...filter,
      after,
      size: PAGE,
    });
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    if (lines.length > MOST_EXPORTED) return refusal('export_too_large', { most: MOST_EXPORTED });
    after = page.value.next;
  }
  return done(lines);
}
