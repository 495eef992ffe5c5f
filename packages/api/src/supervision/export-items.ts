import { logListExport } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemFilterSchema, listItems, type ItemLine } from './list-items.ts';
import { chosenColumns, type ItemColumn } from './views/item-columns.ts';

/** The most lines of one file. */
export const MOST_EXPORTED = 5000;

const PAGE = 200;

export type ExportedItems = {
  readonly lines: readonly ItemLine[];
  readonly columns: readonly ItemColumn[];
};

const schema = z.looseObject({
  format: choice(['xlsx', 'csv']).default('xlsx'),
  columns: z.string('malformed').max(300, 'malformed').default(''),
});

/**
 * All lines of the supervision list that a filter finds, as this person may see them, for a file with the columns chosen. Who took
 * it is kept before it is handed out. `export_too_large` where there are more than 5,000.
 */
export async function exportItems(house: House, actor: Actor, raw: unknown): Promise<Result<ExportedItems>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { format, columns: asked, ...filter } = parsed.value;
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
  const columns = chosenColumns(actor, asked);
  if (actor.kind === 'staff')
    await logListExport(house.db, {
      ...{ id: house.newId(), at: house.now(), staffId: actor.staffId, format },
      ...{ filter: askedFor(filter), columns, lines: lines.length },
    });
  return done({ lines, columns });
}

const KNOWN = new Set(Object.keys(itemFilterSchema.omit({ after: true, size: true }).shape));

/** What was asked for, nothing that the list does not know. Words may name somebody, so that only their number of characters is kept. */
function askedFor(filter: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const said = Object.entries(filter).flatMap(([name, value]): [string, string][] => {
    if (value === '' || value === undefined || value === null || !KNOWN.has(name)) return [];
    if (name === 'text') return [[name, String([...String(value)].length)]];
    return [[name, Array.isArray(value) ? String(value.length) : String(value)]];
  });
  return Object.fromEntries(said);
}
