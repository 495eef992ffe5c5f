import { demandsOfInspection, foldInspection, type Inspection, type InspectionEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { keepDemands } from '../supervision/demand-row.ts';
import { inspectionFindingRows, inspectionRow } from './inspection-row.ts';

export type LoadedInspection = {
  readonly state: Inspection;
  readonly head: StreamHead;
  readonly events: readonly InspectionEvent[];
};

/** The special inspection as its events fold to; null where there is none. */
export async function loadInspection(
  db: Pick<Database, 'pool'>,
  id: string,
): Promise<LoadedInspection | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'inspection') return null;
  const events = stored.map((event) => toDomainEvent<InspectionEvent>(event));
  const state = foldInspection(events);
  return state && { state, head: { version: last.version, hash: last.hash }, events };
}

/**
 * Statements that append events to an inspection and bring its row, its findings and what it asked of departments up to them.
 * `before`: the events that were there already.
 */
export function saveInspection(
  after: Inspection,
  head: StreamHead,
  before: readonly InspectionEvent[],
  events: readonly InspectionEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('inspection', after.id, head, actor, events);
  const demands = demandsOfInspection([...before, ...events]).filter(({ nth }) => nth > head.version);
  return [
    appended.statement,
    upsert('inspection', inspectionRow(after, appended.head)),
    ...inspectionFindingRows(after).map((row) => upsert('inspection_finding', row)),
    ...keepDemands(after.id, demands),
  ];
}

/** The statement that keeps the paper of an approved report. */
export function keepInspectionPaper(inspectionId: string, sha256: string, bytes: Uint8Array): Statement {
  return {
    name: 'keep-inspection-paper',
    text: 'INSERT INTO inspection_paper (inspection_id, sha256, bytes) VALUES ($1, $2, $3)',
    values: [inspectionId, sha256, Buffer.from(bytes)],
  };
}

/** The paper of an approved report; null before. */
export async function readInspectionPaper(
  db: Pick<Database, 'prisma'>,
  inspectionId: string,
): Promise<{ readonly sha256: string; readonly bytes: Uint8Array } | null> {
  const row = await db.prisma.inspectionPaper.findUnique({ where: { inspectionId } });
  return row && { sha256: row.sha256, bytes: row.bytes };
}

/** How many numbers a year has given to reports of inspections. */
export async function reportNumbersGiven(db: Pick<Database, 'prisma'>, prefix: string): Promise<number> {
  return db.prisma.inspectionRow.count({ where: { reportNumber: { startsWith: prefix } } });
}

function upsert(
  table: 'inspection' | 'inspection_finding',
  row: Readonly<Record<string, unknown>>,
): Statement {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return {
    name: `save-${table}`,
    text: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    values: Object.values(row),
  };
}
