import type { ComplaintEvent, ItemEvent } from '@bihuan/domain';
import type { EventActor, StreamName } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { CategoryAnswer } from './complaint-store.ts';
import type { Tried } from './complaint-view.ts';

type Reads = Pick<Database, 'pool'>;

export type TranslatedName = { readonly name: string; readonly nameEn: string };

/** An event with the kind of person behind it, without who it was. */
export type ActedEvent<Event> = { readonly event: Event; readonly by: EventActor['kind'] };

export type ToldEvent =
  | (ActedEvent<ComplaintEvent> & { readonly stream: 'complaint' })
  | (ActedEvent<ItemEvent> & { readonly stream: 'supervision_item' });

/** What the complainant filed; nothing of who they are. */
export type TrackedMatter = {
  readonly title: string;
  readonly body: string;
  readonly wish: string;
  readonly place: string;
  readonly causeClass: string;
  readonly category: TranslatedName | null;
  readonly aboutDepartmentId: string | null;
  readonly tried: Tried;
  readonly serviceItem: TranslatedName | null;
  readonly categoryAnswers: readonly CategoryAnswer[];
};

/** Somebody of the office looked at the contact data: when, why and from which unit. */
export type ContactLook = {
  readonly at: string;
  readonly reason: string;
  readonly unit: TranslatedName;
  /** What was shown: name, phone, email. */
  readonly fields: readonly string[];
};

export type TrackingView = {
  readonly matter: TrackedMatter;
  /** Latest first. */
  readonly looks: readonly ContactLook[];
  /** How many complaints follow this one. */
  readonly followers: number;
  /** Requests to be told who the complainant is, the latest first. */
  readonly accessIds: readonly string[];
  /** Events of the complaint and of its item, in the order in which they were written. */
  readonly told: readonly ToldEvent[];
  readonly events: readonly ActedEvent<ComplaintEvent>[];
  /** Events of the item the complaint is under, oldest first; empty where there is none. */
  readonly itemEvents: readonly ActedEvent<ItemEvent>[];
  readonly departments: ReadonlyMap<string, TranslatedName>;
};

type Row = {
  title: string;
  body: string;
  wish: string;
  place: string;
  cause_class: string;
  about_department_id: string | null;
  category: string | null;
  category_en: string | null;
  tried: Tried;
  service_item: string | null;
  service_item_en: string | null;
  category_answers: readonly CategoryAnswer[];
  followers: number;
  access_ids: readonly string[];
  looks: readonly ContactLook[];
  told: readonly ToldRow[];
  departments: Readonly<Record<string, TranslatedName>>;
};

type ToldRow = {
  readonly stream: StreamName;
  readonly at: string;
  readonly by: EventActor['kind'];
  readonly event: Readonly<Record<string, unknown>>;
};

const LOOKS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('at', look.at, 'reason', look.reason, 'fields', look.fields,
    'unit', jsonb_build_object('name', unit.name, 'nameEn', unit.name_en)) ORDER BY look.at DESC), '[]')
  FROM contact_look look JOIN staff ON staff.id = look.staff_id
  JOIN department unit ON unit.id = coalesce(look.department_id, staff.department_id) WHERE look.complaint_id = complaint.id)`;

/** Events of the complaint and of its item, in the order in which they were written. */
const TOLD = `(SELECT coalesce(jsonb_agg(jsonb_build_object('stream', stream, 'at', at, 'by', actor -> 'kind',
    'event', data || jsonb_build_object('type', type)) ORDER BY position), '[]')
  FROM event WHERE stream_id = ANY(ARRAY[complaint.id, complaint.item_id]))`;

const DEPARTMENTS = `(SELECT coalesce(jsonb_object_agg(id, jsonb_build_object('name', name, 'nameEn', name_en)), '{}')
  FROM department)`;

/** Everything the tracking page is made from, in one question; null where there is no such complaint. Contact data is not read. */
export async function readTracking(db: Reads, complaintId: string): Promise<TrackingView | null> {
  const { rows } = await db.pool.query<Row>({
    name: 'tracking',
    text: `SELECT title, body, wish, place, cause_class, about_department_id, c.name AS category, c.name_en AS category_en,
  tried, category_answers, s.name AS service_item, s.name_en AS service_item_en,
  (SELECT count(*)::int FROM complaint follower WHERE follower.survivor_id = complaint.id) AS followers,
  ARRAY(SELECT access.id FROM identity_access access WHERE access.complaint_id = complaint.id
    ORDER BY access.requested_at DESC, access.id) AS access_ids,
  ${LOOKS} AS looks, ${TOLD} AS told, ${DEPARTMENTS} AS departments
FROM complaint LEFT JOIN category c ON c.code = complaint.category LEFT JOIN service_item s ON s.code = complaint.service_item
WHERE id = $1`,
    values: [complaintId],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const told = row.told.map(toldEvent);
  return {
    matter: matterOf(row),
    looks: row.looks.map(({ at, reason, fields, unit }) => ({ at: iso(at), reason, fields, unit })),
    followers: row.followers,
    accessIds: row.access_ids,
    told,
    events: told.flatMap((one) => (one.stream === 'complaint' ? [one] : [])),
    itemEvents: told.flatMap((one) => (one.stream === 'supervision_item' ? [one] : [])),
    departments: new Map(Object.entries(row.departments)),
  };
}

function matterOf(row: Row): TrackedMatter {
  const { title, body, wish, place, cause_class: causeClass, about_department_id: aboutDepartmentId } = row;
  const { tried, category_answers: categoryAnswers } = row;
  return {
    ...{ title, body, wish, place, causeClass, aboutDepartmentId, tried, categoryAnswers },
    category: nameIn(row.category, row.category_en),
    serviceItem: nameIn(row.service_item, row.service_item_en),
  };
}

function nameIn(name: string | null, nameEn: string | null): TranslatedName | null {
  return name === null ? null : { name, nameEn: nameEn ?? name };
}

function toldEvent({ stream, at, by, event }: ToldRow): ToldEvent {
  return { stream, by, event: { ...event, at: iso(at) } } as unknown as ToldEvent;
}

/** A moment as PostgreSQL writes it in JSON, as ISO-8601 in UTC. */
function iso(at: string): string {
  return new Date(at).toISOString();
}

/** A complaint that was split, and the ids of its parts in the order of their numbers. */
export async function readFamily(
  db: Reads,
  wholeId: string,
): Promise<{
  readonly whole: { readonly complaintId: string; readonly trackingNumber: string } | null;
  readonly parts: readonly string[];
}> {
  const { rows } = await db.pool.query<{ id: string; tracking_number: string }>({
    name: 'split-family',
    text: `SELECT id, tracking_number FROM complaint WHERE id = $1 OR split_from_id = $1 ORDER BY tracking_number`,
    values: [wholeId],
  });
  const whole = rows.find(({ id }) => id === wholeId);
  return {
    whole: whole === undefined ? null : { complaintId: wholeId, trackingNumber: whole.tracking_number },
    parts: rows.filter(({ id }) => id !== wholeId).map(({ id }) => id),
  };
}
