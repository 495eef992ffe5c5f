import { foldIndicator, type Indicator, type IndicatorEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../../audit/stored-event.ts';
import type { Database } from '../../database.ts';
import type { Statement } from '../../statement.ts';
import { indicatorRow } from './indicator-row.ts';

export type LoadedIndicator = {
  readonly state: Indicator;
  readonly head: StreamHead;
  readonly events: readonly IndicatorEvent[];
};

/** The indicator as its events fold to; null where there is none. */
export async function loadIndicator(db: Pick<Database, 'pool'>, id: string): Promise<LoadedIndicator | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'indicator') return null;
  const events = stored.map((event) => toDomainEvent<IndicatorEvent>(event));
  const state = foldIndicator(events);
  return state && { state, head: { version: last.version, hash: last.hash }, events };
}

/** Statements that append events to an indicator and bring its row up to them. */
export function saveIndicator(
  after: Indicator,
  head: StreamHead,
  events: readonly IndicatorEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('indicator', after.id, head, actor, events);
  const row = indicatorRow(after, appended.head);
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-indicator',
      text: `INSERT INTO indicator (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values({ ...row, state: JSON.stringify(row.state) }),
    },
  ];
}
