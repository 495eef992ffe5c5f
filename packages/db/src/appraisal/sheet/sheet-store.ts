import { foldSheet, type SheetEvent, type SheetLife, type SheetStatus } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../../audit/stored-event.ts';
import type { Database } from '../../database.ts';
import type { Statement } from '../../statement.ts';
import { sheetObjectionRows, sheetRow } from './sheet-row.ts';

export type LoadedSheet = {
  readonly state: SheetLife;
  readonly head: StreamHead;
  readonly events: readonly SheetEvent[];
};

/** The sheet of a period as its events fold to; null where none was opened. */
export async function loadSheet(
  db: Pick<Database, 'pool' | 'prisma'>,
  period: string,
): Promise<LoadedSheet | null> {
  const row = await db.prisma.periodSheetRow.findUnique({ where: { period }, select: { id: true } });
  return row === null ? null : loadSheetById(db, row.id);
}

/** The same by its id. */
export async function loadSheetById(db: Pick<Database, 'pool'>, id: string): Promise<LoadedSheet | null> {
  const stored = await readStream(db, id);
  if (stored[0]?.stream !== 'period_sheet') return null;
  const events = stored.map((event) => toDomainEvent<SheetEvent>(event));
  const last = stored.at(-1);
  const state = foldSheet(events);
  return state && last ? { state, head: { version: last.version, hash: last.hash }, events } : null;
}

/** Statements that append events to a sheet and bring its rows up to them. */
export function saveSheet(
  after: SheetLife,
  head: StreamHead,
  events: readonly SheetEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('period_sheet', after.id, head, actor, events);
  return [
    appended.statement,
    upsert('period_sheet', sheetRow(after, appended.head)),
    ...sheetObjectionRows(after).map((row) => upsert('sheet_objection', row)),
  ];
}

function upsert(table: string, row: Readonly<Record<string, unknown>>): Statement {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return {
    name: `save-${table.replaceAll('_', '-')}`,
    text: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    values: Object.values(row),
  };
}

export type ListedSheet = {
  readonly id: string;
  readonly period: string;
  readonly status: SheetStatus;
  readonly edition: number;
  readonly objectUntil: string;
  readonly publishedAt: string | null;
  readonly restatedAt: string | null;
  readonly objections: number;
  readonly openObjections: number;
  /** Rulings on last places that wait for their second signature. */
  readonly lastPlacesOpen: number;
};

/** All sheets, the newest period first. */
export async function readSheetList(db: Pick<Database, 'prisma'>): Promise<readonly ListedSheet[]> {
  const rows = await db.prisma.periodSheetRow.findMany({
    orderBy: { period: 'desc' },
    include: { objections: { select: { status: true } } },
  });
  return rows.map((row) => ({
    ...{ id: row.id, period: row.period, edition: row.edition, lastPlacesOpen: row.lastPlacesOpen },
    status: row.status as SheetStatus,
    objectUntil: row.objectUntil.toISOString().slice(0, 10),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    restatedAt: row.restatedAt?.toISOString() ?? null,
    objections: row.objections.length,
    openObjections: row.objections.filter(({ status }) => status === 'open').length,
  }));
}
