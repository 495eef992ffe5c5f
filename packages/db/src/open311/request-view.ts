import type { ComplaintStatus, Half } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { TranslatedName } from '../complaint/tracking-view.ts';

type Reads = Pick<Database, 'pool'>;

/** A complaint as the interface knows it. Contact data is not read. */
export type RequestRow = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  readonly isOpenToAll: boolean;
  readonly externalSource: string | null;
  readonly externalId: string | null;
  /** The category decided at triage; before that the one the client filed it under. */
  readonly category: (TranslatedName & { readonly code: string }) | null;
  readonly agency: TranslatedName | null;
  readonly submittedAt: string;
  readonly updatedAt: string;
  readonly dueOn: string | null;
  readonly dueHalf: Half | null;
  readonly isDueProvisional: boolean;
  readonly title: string;
  readonly body: string;
  readonly place: string;
};

export type RequestQuery = {
  /** Which complaints are in reach: those open to all, those a client filed, or both. */
  readonly isPublic: boolean;
  readonly source: string | null;
  readonly trackingNumbers?: readonly string[];
  readonly categories?: readonly string[];
  readonly statuses?: readonly ComplaintStatus[];
  /** Instants, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Tracking number of the last one seen. */
  readonly after?: string;
  readonly most: number;
};

type Row = Omit<RequestRow, 'submittedAt' | 'updatedAt' | 'category' | 'agency'> & {
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly code: string | null;
  readonly categoryName: string | null;
  readonly categoryNameEn: string | null;
  readonly agencyName: string | null;
  readonly agencyNameEn: string | null;
};

/** What a client filed its complaint under, before triage decides: `tax-2 退税与留抵`. */
const FILED_UNDER = `CASE WHEN complaint.channel = 'api' THEN split_part(complaint.reported_category, ' ', 1) END`;
const CATEGORY = `coalesce(complaint.category, ${FILED_UNDER})`;

const SELECT = `SELECT complaint.id AS "complaintId", complaint.tracking_number AS "trackingNumber", complaint.status,
  complaint.openness = 'open' AS "isOpenToAll", complaint.external_source AS "externalSource",
  complaint.external_id AS "externalId", category.code, category.name AS "categoryName",
  category.name_en AS "categoryNameEn", agency.name AS "agencyName", agency.name_en AS "agencyNameEn",
  complaint.submitted_at AS "submittedAt", last.at AS "updatedAt", complaint.due_on::text AS "dueOn",
  complaint.due_half AS "dueHalf", complaint.is_due_provisional AS "isDueProvisional",
  complaint.title, complaint.body, complaint.place
FROM complaint
JOIN event last ON last.stream_id = complaint.id AND last.version = complaint.version
LEFT JOIN category ON category.code = ${CATEGORY}
LEFT JOIN supervision_item item ON item.id = complaint.item_id
LEFT JOIN department agency ON agency.id = item.lead_department_id`;

/** Complaints in reach of a client, the latest first. */
export async function listRequests(db: Reads, query: RequestQuery): Promise<readonly RequestRow[]> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const reach = [
    ...(query.isPublic ? [`complaint.openness = 'open'`] : []),
    ...(query.source === null ? [] : [`complaint.external_source = ${place(query.source)}`]),
  ];
  const conditions = [reach.length === 0 ? 'FALSE' : `(${reach.join(' OR ')})`];
  if (query.trackingNumbers)
    conditions.push(`complaint.tracking_number = ANY(${place(query.trackingNumbers)})`);
  if (query.categories) conditions.push(`${CATEGORY} = ANY(${place(query.categories)})`);
  if (query.statuses) conditions.push(`complaint.status = ANY(${place(query.statuses)})`);
  if (query.from) conditions.push(`complaint.submitted_at >= ${place(query.from)}::timestamptz`);
  if (query.to) conditions.push(`complaint.submitted_at <= ${place(query.to)}::timestamptz`);
  if (query.after)
    conditions.push(`(complaint.submitted_at, complaint.tracking_number) < (
  SELECT submitted_at, tracking_number FROM complaint WHERE tracking_number = ${place(query.after)})`);
  const { rows } = await db.pool.query<Row>(
    `${SELECT} WHERE ${conditions.join(' AND ')}
ORDER BY complaint.submitted_at DESC, complaint.tracking_number DESC LIMIT ${place(query.most)}`,
    values,
  );
  return rows.map(requestRow);
}

/** One complaint by its tracking number, in whoever's reach; null where there is none. */
export async function findRequest(db: Reads, trackingNumber: string): Promise<RequestRow | null> {
  const { rows } = await db.pool.query<Row>({
    name: 'find-request',
    text: `${SELECT} WHERE complaint.tracking_number = $1`,
    values: [trackingNumber],
  });
  return rows[0] === undefined ? null : requestRow(rows[0]);
}

/** The tracking number of what a client filed under one reference; null where there is nothing. */
export async function findByReference(db: Reads, source: string, reference: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ tracking_number: string }>({
    name: 'find-by-reference',
    text: 'SELECT tracking_number FROM complaint WHERE external_source = $1 AND external_id = $2',
    values: [source, reference],
  });
  return rows[0]?.tracking_number ?? null;
}

function requestRow({
  code,
  categoryName,
  categoryNameEn,
  agencyName,
  agencyNameEn,
  ...row
}: Row): RequestRow {
  return {
    ...row,
    category:
      code === null
        ? null
        : { code, name: categoryName ?? code, nameEn: categoryNameEn ?? categoryName ?? code },
    agency: agencyName === null ? null : { name: agencyName, nameEn: agencyNameEn ?? agencyName },
    submittedAt: row.submittedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
