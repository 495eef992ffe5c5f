import {
  evolveRecurringMatter,
  type Recurrence,
  type RecurringMatter,
  type RecurringMatterEvent,
} from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { recurringMatterRow } from './recurring-matter-row.ts';

export type LoadedRecurringMatter = { readonly state: RecurringMatter; readonly head: StreamHead };

/** What was recorded about a recurrence; null where nothing was yet. */
export async function loadRecurringMatter(
  db: Pick<Database, 'pool' | 'prisma'>,
  recurrence: Recurrence,
): Promise<LoadedRecurringMatter | null> {
  const where = { category_departmentId_causeClass: recurrence };
  const row = await db.prisma.recurringMatterRow.findUnique({ where, select: { id: true } });
  if (row === null) return null;
  const stored = await readStream(db, row.id);
  const last = stored.at(-1);
  const state = stored
    .map((event) => toDomainEvent<RecurringMatterEvent>(event))
    .reduce<RecurringMatter | null>(evolveRecurringMatter, null);
  return state === null || last === undefined
    ? null
    : { state, head: { version: last.version, hash: last.hash } };
}

/** Statements that append events to a recurring matter and bring its row up to them. */
export function saveRecurringMatter(
  state: RecurringMatter,
  events: readonly RecurringMatterEvent[],
  head: StreamHead,
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('recurring_matter', state.id, head, actor, events);
  const row = recurringMatterRow(state, appended.head);
  const names = Object.keys(row);
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-recurring-matter',
      text: `INSERT INTO recurring_matter (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
  ];
}
