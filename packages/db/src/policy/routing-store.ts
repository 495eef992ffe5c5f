import { DEFAULT_ROUTING, type LocalDate, type RoutingPolicy } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A version of the routing catalogue. `effectiveFrom` says nothing of a draft. */
export type RoutingVersion = {
  readonly policy: RoutingPolicy;
  readonly isDraft: boolean;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
};

const KIND = 'routing';

type Row = { version: string; status: string; effectiveFrom: Date; data: unknown; source: string };

/** The published catalogue in force on a date; the empty one where none is. */
export async function routingInForce(db: Pick<Database, 'prisma'>, on: LocalDate): Promise<RoutingPolicy> {
  const row = await db.prisma.policy.findFirst({
    where: { kind: KIND, status: 'published', effectiveFrom: { lte: new Date(on) } },
    orderBy: [{ effectiveFrom: 'desc' }, { createdAt: 'desc' }],
  });
  return row === null ? DEFAULT_ROUTING : whole(row);
}

/** All versions, the newest first. */
export async function listRoutingVersions(db: Pick<Database, 'prisma'>): Promise<readonly RoutingVersion[]> {
  const rows = await db.prisma.policy.findMany({ where: { kind: KIND }, orderBy: { createdAt: 'desc' } });
  return rows.map(versionOf);
}

/** The draft; null where nothing is being changed. There is one at most. */
export async function readRoutingDraft(db: Pick<Database, 'prisma'>): Promise<RoutingVersion | null> {
  const row = await db.prisma.policy.findFirst({ where: { kind: KIND, status: 'draft' } });
  return row === null ? null : versionOf(row);
}

/** Begins a draft; false where there is a version of this name. */
export async function insertRoutingDraft(
  db: Pick<Database, 'prisma'>,
  policy: RoutingPolicy,
  on: LocalDate,
  createdAt: string,
): Promise<boolean> {
  const { version } = policy;
  const data = {
    kind: KIND,
    version,
    status: 'draft',
    effectiveFrom: new Date(on),
    data: policy,
    source: '',
    createdAt,
  };
  const { count } = await db.prisma.policy.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Saves a changed draft; false where somebody changed it since `revision`, or published it. */
export async function saveRoutingDraft(
  db: Pick<Database, 'pool'>,
  policy: RoutingPolicy,
  revision: number,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `UPDATE policy SET data = $3 WHERE kind = 'routing' AND version = $1 AND status = 'draft' AND (data->>'revision')::int = $2`,
    [policy.version, revision, JSON.stringify(policy)],
  );
  return rowCount === 1;
}

/** Publishes the draft as of a revision; false where it is another by now. */
export async function publishRoutingDraft(
  db: Pick<Database, 'pool'>,
  { version, revision }: RoutingPolicy,
  effectiveFrom: LocalDate,
  source: string,
  at: string,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `UPDATE policy SET status = 'published', effective_from = $3, source = $4, created_at = $5
WHERE kind = 'routing' AND version = $1 AND status = 'draft' AND (data->>'revision')::int = $2`,
    [version, revision, effectiveFrom, source, at],
  );
  return rowCount === 1;
}

function versionOf(row: Row): RoutingVersion {
  return {
    policy: whole(row),
    isDraft: row.status === 'draft',
    effectiveFrom: row.effectiveFrom.toISOString().slice(0, 10),
    source: row.source,
  };
}

function whole({ version, data }: Pick<Row, 'version' | 'data'>): RoutingPolicy {
  return { ...DEFAULT_ROUTING, ...(data as Partial<RoutingPolicy>), version };
}
