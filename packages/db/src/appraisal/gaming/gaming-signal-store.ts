import { foldGamingSignal, type Found, type GamingSignal, type GamingSignalEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../../audit/stored-event.ts';
import type { Database } from '../../database.ts';
import type { Statement } from '../../statement.ts';
import { gamingKey, gamingSignalRow } from './gaming-signal-row.ts';

export type LoadedGamingSignal = { readonly state: GamingSignal; readonly head: StreamHead };

/** The signal as its events fold to; null where there is none. */
export async function loadGamingSignal(
  db: Pick<Database, 'pool'>,
  id: string,
): Promise<LoadedGamingSignal | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'gaming_signal') return null;
  const state = foldGamingSignal(stored.map((event) => toDomainEvent<GamingSignalEvent>(event)));
  return state && { state, head: { version: last.version, hash: last.hash } };
}

/** The signal that a thing found belongs to; null where it is found for the first time. */
export async function gamingSignalOf(
  db: Pick<Database, 'pool' | 'prisma'>,
  found: Found,
): Promise<LoadedGamingSignal | null> {
  const row = await db.prisma.gamingSignalRow.findUnique({
    where: { key: gamingKey(found) },
    select: { id: true },
  });
  return row === null ? null : loadGamingSignal(db, row.id);
}

/** Statements that append events to a signal and bring its row up to them. */
export function saveGamingSignal(
  after: GamingSignal,
  head: StreamHead,
  events: readonly GamingSignalEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('gaming_signal', after.id, head, actor, events);
  const row = gamingSignalRow(after, appended.head);
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-gaming-signal',
      text: `INSERT INTO gaming_signal (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values({ ...row, state: JSON.stringify(row.state) }),
    },
  ];
}

/** Signals of one state, those that changed last first; `most` of them. */
export async function readGamingSignals(
  { prisma }: Pick<Database, 'prisma'>,
  status: GamingSignal['status'],
  most: number,
): Promise<readonly (GamingSignal & { readonly version: number })[]> {
  const rows = await prisma.gamingSignalRow.findMany({
    where: { status },
    orderBy: [{ grownAt: 'desc' }, { id: 'asc' }],
    take: most,
    select: { state: true, version: true },
  });
  return rows.map(({ state, version }) => ({ ...(state as unknown as GamingSignal), version }));
}
