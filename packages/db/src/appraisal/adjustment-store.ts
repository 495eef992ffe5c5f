import { foldAdjustment, type Adjustment, type AdjustmentEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { adjustmentRow } from './adjustment-row.ts';

export type LoadedAdjustment = {
  readonly state: Adjustment;
  readonly head: StreamHead;
  readonly events: readonly AdjustmentEvent[];
};

/** The adjustment as its events fold to; null where there is none. */
export async function loadAdjustment(
  db: Pick<Database, 'pool'>,
  id: string,
): Promise<LoadedAdjustment | null> {
  const stored = await readStream(db, id);
  if (stored[0]?.stream !== 'adjustment') return null;
  const events = stored.map((event) => toDomainEvent<AdjustmentEvent>(event));
  const last = stored.at(-1);
  const state = foldAdjustment(events);
  if (state === null || last === undefined) return null;
  return { state, head: { version: last.version, hash: last.hash }, events };
}

/** Statements that append events to an adjustment and bring its row up to them. */
export function saveAdjustment(
  after: Adjustment,
  head: StreamHead,
  events: readonly AdjustmentEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('adjustment', after.id, head, actor, events);
  const row = adjustmentRow(after, appended.head);
  const names = Object.keys(row);
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-adjustment',
      text: `INSERT INTO adjustment (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
  ];
}

/** Holds a period while a line is entered by hand, and makes the change conflict (`period_frozen`) where it is frozen. */
export function refuseFrozen(period: string): Statement {
  return { name: 'refuse-frozen', text: 'SELECT refuse_frozen($1)', values: [period] };
}
