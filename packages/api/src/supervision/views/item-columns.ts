import type { Actor } from '@bihuan/domain';
import { itemScope } from '../item-scope.ts';

/** What the supervision list can show beside the number. */
export const ITEM_COLUMNS = [
  'problem',
  'responsible',
  'deadline',
  'status',
  'progress',
  'source',
  'importance',
  'next',
  'category',
  'cards',
  'inspector',
  'complaints',
  'returns',
] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

const FIRST: readonly ItemColumn[] = ['problem', 'responsible', 'deadline', 'status', 'progress'];

/** Who verifies is not told to those who are verified. */
const OF_OFFICES: readonly ItemColumn[] = ['inspector'];

/** The columns that this person may see, and so may choose. */
export function columnsFor(actor: Actor): readonly ItemColumn[] {
  const { kind } = itemScope(actor);
  if (kind === 'none') return [];
  return ITEM_COLUMNS.filter((column) => kind === 'all' || !OF_OFFICES.includes(column));
}

/** The columns an address asks for, `a,b,c`, in the order of the list; the first ones where it asks for none that may be seen. */
export function chosenColumns(actor: Actor, asked: string): readonly ItemColumn[] {
  const names = asked.split(',');
  const chosen = columnsFor(actor).filter((column) => names.includes(column));
  return chosen.length > 0 ? chosen : FIRST;
}
