import type { CauseClass } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A case that changed its department between two catalogues. */
export type MovedCase = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly before: { readonly rule: string; readonly departmentId: string } | null;
  readonly after: { readonly rule: string; readonly departmentId: string } | null;
  /** Where people sent it. */
  readonly sentTo: string;
};

/** What a draft would have done with past cases, beside the catalogue in force. */
export type TryOutResult = {
  readonly cases: number;
  readonly matchedBefore: number;
  readonly matchedAfter: number;
  /** Where the catalogue named the department that people chose. */
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly moved: number;
  /** The newest of those that moved. */
  readonly examples: readonly MovedCase[];
};

export type TryOut = {
  readonly id: string;
  readonly version: string;
  readonly revision: number;
  readonly askedAt: string;
  readonly done: number;
  readonly total: number;
  readonly isFinished: boolean;
  readonly result: TryOutResult | null;
};

/** Asks for a try-out: the row and the job that works on it, in one statement. */
export async function askForTryOut(
  db: Pick<Database, 'pool'>,
  asked: { id: string; version: string; revision: number; at: string; staffId: string },
): Promise<void> {
  await db.pool.query(
    `WITH job AS (INSERT INTO pgboss.job (name, data, retry_limit, expire_seconds)
  VALUES ('try_out', jsonb_build_object('tryOutId', $1::text), 2, 3600))
INSERT INTO routing_try_out (id, version, revision, asked_at, asked_by_id) VALUES ($1::uuid, $2, $3, $4, $5)`,
    [asked.id, asked.version, asked.revision, asked.at, asked.staffId],
  );
}

/** The latest try-out of a version; null where it was never tried out. */
export async function readLatestTryOut(
  db: Pick<Database, 'prisma'>,
  version: string,
): Promise<TryOut | null> {
  const row = await db.prisma.routingTryOut.findFirst({ where: { version }, orderBy: { askedAt: 'desc' } });
  return row === null ? null : shown(row);
}

export async function readTryOut(db: Pick<Database, 'prisma'>, id: string): Promise<TryOut | null> {
  const row = await db.prisma.routingTryOut.findUnique({ where: { id } });
  return row === null ? null : shown(row);
}

export async function saveTryOutProgress(
  db: Pick<Database, 'prisma'>,
  id: string,
  done: number,
  total: number,
): Promise<void> {
  await db.prisma.routingTryOut.update({ where: { id }, data: { done, total } });
}

export async function finishTryOut(
  db: Pick<Database, 'prisma'>,
  id: string,
  result: TryOutResult,
  at: string,
): Promise<void> {
  const data = { result, done: result.cases, total: result.cases, finishedAt: at };
  await db.prisma.routingTryOut.update({ where: { id }, data });
}

/** A past case with where people sent it. */
export type RoutedCase = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly category: string | null;
  readonly topCategory: string | null;
  readonly text: string;
  readonly place: string;
  readonly causeClass: CauseClass;
  readonly sentTo: string;
};

const ROUTED = `FROM complaint JOIN supervision_item item ON item.id = complaint.item_id
WHERE item.lead_department_id IS NOT NULL AND complaint.submitted_at >= $1`;

export async function countRoutedCases(db: Pick<Database, 'pool'>, since: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(`SELECT count(*)::int AS count ${ROUTED}`, [since]);
  return rows[0]?.count ?? 0;
}

/** Past cases since an instant by id; `size` after the given id. */
export async function readRoutedCases(
  db: Pick<Database, 'pool'>,
  since: string,
  after: string,
  size: number,
): Promise<readonly RoutedCase[]> {
  const { rows } = await db.pool.query<RoutedCase>(
    `SELECT complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.category,
  (SELECT parent FROM category WHERE code = complaint.category) AS "topCategory",
  complaint.title || E'\\n' || complaint.body AS text, complaint.place, complaint.cause_class AS "causeClass",
  item.lead_department_id AS "sentTo" ${ROUTED} AND complaint.id > $2::uuid ORDER BY complaint.id LIMIT $3`,
    [since, after, size],
  );
  return rows;
}

type Row = {
  id: string;
  version: string;
  revision: number;
  askedAt: Date;
  done: number;
  total: number;
  finishedAt: Date | null;
  result: unknown;
};

function shown({ id, version, revision, askedAt, done, total, finishedAt, result }: Row): TryOut {
  return {
    ...{ id, version, revision, done, total },
    askedAt: askedAt.toISOString(),
    isFinished: finishedAt !== null,
    result: result as TryOutResult | null,
  };
}
