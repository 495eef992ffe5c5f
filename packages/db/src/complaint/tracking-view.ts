import type { ComplaintEvent, ItemEvent } from '@bihuan/domain';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';

type Reads = Pick<Database, 'pool'>;

export type TranslatedName = { readonly name: string; readonly nameEn: string };

/** An event with the kind of person behind it, without who it was. */
export type ActedEvent<Event> = { readonly event: Event; readonly by: EventActor['kind'] };

/** What the complainant filed; nothing of who they are. */
export type TrackedMatter = {
  readonly title: string;
  readonly body: string;
  readonly wish: string;
  readonly place: string;
  readonly causeClass: string;
  readonly category: TranslatedName | null;
  readonly aboutDepartmentId: string | null;
};

export type TrackingView = {
  readonly matter: TrackedMatter;
  readonly events: readonly ActedEvent<ComplaintEvent>[];
  /** Events of the item the complaint is under, oldest first; empty where there is none. */
  readonly itemEvents: readonly ActedEvent<ItemEvent>[];
  readonly departments: ReadonlyMap<string, TranslatedName>;
};

type MatterRow = {
  title: string;
  body: string;
  wish: string;
  place: string;
  cause_class: string;
  about_department_id: string | null;
  item_id: string | null;
  category: string | null;
  category_en: string | null;
};

/** Everything the tracking page is made from; null where there is no such complaint. Contact data is not read. */
export async function readTracking(db: Reads, complaintId: string): Promise<TrackingView | null> {
  const { rows } = await db.pool.query<MatterRow>({
    name: 'tracking-matter',
    text: `SELECT title, body, wish, place, cause_class, about_department_id, item_id, c.name AS category, c.name_en AS category_en
FROM complaint LEFT JOIN category c ON c.code = complaint.category WHERE id = $1`,
    values: [complaintId],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const [events, itemEvents, departments] = await Promise.all([
    readStream(db, complaintId),
    row.item_id === null ? [] : readStream(db, row.item_id),
    readDepartmentNames(db),
  ]);
  const { title, body, wish, place, cause_class: causeClass, about_department_id: aboutDepartmentId } = row;
  const category =
    row.category === null ? null : { name: row.category, nameEn: row.category_en ?? row.category };
  return {
    matter: { title, body, wish, place, causeClass, category, aboutDepartmentId },
    events: events.map((stored) => ({ event: toDomainEvent<ComplaintEvent>(stored), by: stored.actor.kind })),
    itemEvents: itemEvents.map((stored) => ({
      event: toDomainEvent<ItemEvent>(stored),
      by: stored.actor.kind,
    })),
    departments,
  };
}

/** The complaint of a tracking number with the keyed hash of its query code; null where there is none. */
export async function findCodeHash(
  db: Reads,
  trackingNumber: string,
): Promise<{ readonly complaintId: string; readonly codeHash: Buffer } | null> {
  const { rows } = await db.pool.query<{ id: string; code_hash: Buffer }>({
    name: 'find-code-hash',
    text: 'SELECT id, code_hash FROM complaint WHERE tracking_number = $1',
    values: [trackingNumber],
  });
  const row = rows[0];
  return row === undefined ? null : { complaintId: row.id, codeHash: row.code_hash };
}

async function readDepartmentNames(db: Reads): Promise<ReadonlyMap<string, TranslatedName>> {
  const { rows } = await db.pool.query<{ id: string; name: string; name_en: string }>({
    name: 'department-names',
    text: 'SELECT id, name, name_en FROM department',
    values: [],
  });
  return new Map(rows.map(({ id, name, name_en: nameEn }) => [id, { name, nameEn }]));
}
