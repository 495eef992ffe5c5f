import { foldBulletin, type Bulletin, type BulletinEvent, type BulletinKind } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { bulletinRow } from './bulletin-row.ts';

export type LoadedBulletin = {
  readonly state: Bulletin;
  readonly head: StreamHead;
  readonly events: readonly BulletinEvent[];
};

/** The bulletin as its events fold to; null where there is none. */
export async function loadBulletin(db: Pick<Database, 'pool'>, id: string): Promise<LoadedBulletin | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'bulletin') return null;
  const events = stored.map((event) => toDomainEvent<BulletinEvent>(event));
  const state = foldBulletin(events);
  return state && { state, head: { version: last.version, hash: last.hash }, events };
}

/** Which bulletin is that of a month; null where there is none. */
export async function bulletinOfMonth(db: Pick<Database, 'prisma'>, month: string): Promise<string | null> {
  const row = await db.prisma.bulletin.findUnique({ where: { month }, select: { id: true } });
  return row?.id ?? null;
}

/** Statements that append events to a bulletin and bring its row up to them. */
export function saveBulletin(
  after: Bulletin,
  head: StreamHead,
  events: readonly BulletinEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('bulletin', after.id, head, actor, events);
  const row = bulletinRow(after, appended.head);
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-bulletin',
      text: `INSERT INTO bulletin (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
  ];
}

/** The statement that keeps the paper a bulletin was published as. */
export function keepPaper(bulletinId: string, sha256: string, bytes: Uint8Array): Statement {
  return {
    name: 'keep-bulletin-paper',
    text: 'INSERT INTO bulletin_paper (bulletin_id, sha256, bytes) VALUES ($1, $2, $3)',
    values: [bulletinId, sha256, Buffer.from(bytes)],
  };
}

/** The paper a bulletin was published as; null before. */
export async function readPaper(
  db: Pick<Database, 'prisma'>,
  bulletinId: string,
): Promise<{ readonly sha256: string; readonly bytes: Uint8Array } | null> {
  const row = await db.prisma.bulletinPaper.findUnique({ where: { bulletinId } });
  return row && { sha256: row.sha256, bytes: row.bytes };
}

/** How many numbers of a kind a year has given out; a number sent back is free again. */
export async function numbersGiven(
  db: Pick<Database, 'prisma'>,
  kind: BulletinKind,
  prefix: string,
): Promise<number> {
  return db.prisma.bulletin.count({ where: { kind, number: { startsWith: prefix } } });
}
