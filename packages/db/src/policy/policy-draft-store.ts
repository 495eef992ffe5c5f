import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { withJob, type Job } from '../job/enqueue-jobs.ts';
import { wholePolicy, type PolicyData, type PolicyKind } from './policy-store.ts';

/** What a version came from: an older one taken up again, or a matter that keeps coming and asks for another rule. */
export type PolicyOrigin =
  | { readonly type: 'version'; readonly version: string }
  | {
      readonly type: 'recurring';
      readonly matterId: string;
      readonly category: string;
      readonly departmentId: string;
      readonly causeClass: string;
    };

/** Why the second person did not sign. */
export type SentBack = {
  readonly byId: string;
  readonly at: string;
  readonly note: string;
  /** Whose first signature it was. */
  readonly signedById?: string;
};

/** A version of the policy of a kind. `effectiveFrom` says nothing of a draft; `at`: begun, or published. */
export type PolicyVersion<Kind extends PolicyKind> = {
  readonly policy: PolicyData[Kind];
  /** How often the draft was saved. */
  readonly revision: number;
  readonly isDraft: boolean;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  readonly at: string;
  readonly draftedById: string | null;
  readonly publishedById: string | null;
  readonly reason: string;
  /** The first of two signatures, with the day and the source that it was given for. */
  readonly signedById: string | null;
  readonly signedAt: string | null;
  readonly origin: PolicyOrigin | null;
  readonly sentBack: SentBack | null;
};

type Db = Pick<Database, 'prisma' | 'pool'>;

/** All versions of a kind, the newest first; there is one draft at most. */
export async function listPolicyVersions<Kind extends PolicyKind>(
  { prisma }: Pick<Db, 'prisma'>,
  kind: Kind,
): Promise<readonly PolicyVersion<Kind>[]> {
  const rows = await prisma.policy.findMany({ where: { kind }, orderBy: { createdAt: 'desc' } });
  return rows.map(({ data, status, effectiveFrom, createdAt, signedAt, origin, sentBack, ...row }) => {
    const { source, draftedById, publishedById, reason, signedById } = row;
    const { revision, ...policy } = { revision: 0, ...(data as { revision?: number }) };
    return {
      policy: wholePolicy(kind, policy),
      revision,
      isDraft: status === 'draft',
      effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
      at: createdAt.toISOString(),
      ...{ source, draftedById, publishedById, reason, signedById },
      signedAt: signedAt?.toISOString() ?? null,
      origin: origin as PolicyOrigin | null,
      sentBack: sentBack as SentBack | null,
    };
  });
}

/** The draft of a kind; null where nothing is being changed. */
export async function readPolicyDraft<Kind extends PolicyKind>(
  db: Pick<Db, 'prisma'>,
  kind: Kind,
): Promise<PolicyVersion<Kind> | null> {
  return (await listPolicyVersions(db, kind)).find(({ isDraft }) => isDraft) ?? null;
}

/** Begins a draft; false where there is a version of this name. */
export async function insertPolicyDraft<Kind extends PolicyKind>(
  { prisma }: Pick<Db, 'prisma'>,
  kind: Kind,
  policy: PolicyData[Kind],
  by: {
    readonly staffId: string;
    readonly at: string;
    readonly on: LocalDate;
    readonly origin?: PolicyOrigin | null;
  },
): Promise<boolean> {
  const { version } = policy;
  const content: object = { ...policy, revision: 0 };
  const row = { kind, version, status: 'draft', effectiveFrom: new Date(by.on), source: '' };
  const origin = by.origin ?? undefined;
  const data = {
    ...row,
    data: content,
    createdAt: by.at,
    draftedById: by.staffId,
    ...(origin && { origin }),
  };
  const { count } = await prisma.policy.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Notes what a draft came from, where that is not known yet; false where it is, or there is no draft. */
export async function notePolicyOrigin(
  { pool }: Pick<Db, 'pool'>,
  kind: PolicyKind,
  origin: PolicyOrigin,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE policy SET origin = $2 WHERE kind = $1 AND status = 'draft' AND origin IS NULL`,
    [kind, JSON.stringify(origin)],
  );
  return rowCount === 1;
}

/** Saves a changed draft, which takes away the first signature; false where somebody changed it since `revision`, or published it. */
export async function savePolicyDraft<Kind extends PolicyKind>(
  { pool }: Pick<Db, 'pool'>,
  kind: Kind,
  policy: PolicyData[Kind],
  revision: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE policy SET data = $4, signed_by_id = NULL, signed_at = NULL WHERE kind = $1 AND version = $2 AND status = 'draft' AND (data->>'revision')::int = $3`,
    [kind, policy.version, revision, JSON.stringify({ ...policy, revision: revision + 1 })],
  );
  return rowCount === 1;
}

/** Drops the draft as of a revision; false where it is another by now. */
export async function dropPolicyDraft(
  { pool }: Pick<Db, 'pool'>,
  kind: PolicyKind,
  revision: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `DELETE FROM policy WHERE kind = $1 AND status = 'draft' AND (data->>'revision')::int = $2`,
    [kind, revision],
  );
  return rowCount === 1;
}

/** Publishes the draft as of a revision, with what was settled on publishing; false where it is another by now. `job` tells of it. */
export async function publishPolicyDraft<Kind extends PolicyKind>(
  { pool }: Pick<Db, 'pool'>,
  kind: Kind,
  policy: PolicyData[Kind],
  revision: number,
  published: {
    readonly effectiveFrom: LocalDate;
    readonly source: string;
    readonly reason?: string;
    readonly staffId: string;
    readonly at: string;
    /** The first signature as it was seen; null where there is none. */
    readonly signedAt?: string | null;
  },
  job: Job | null = null,
): Promise<boolean> {
  const { effectiveFrom, source, staffId, at, reason = '', signedAt = null } = published;
  return change(
    pool,
    `UPDATE policy SET status = 'published', data = $4, effective_from = $5, source = $6, published_by_id = $7, created_at = $8,
  reason = $9, sent_back = NULL
WHERE kind = $1 AND version = $2 AND status = 'draft' AND (data->>'revision')::int = $3
  AND signed_at IS NOT DISTINCT FROM $10::timestamptz`,
    [
      kind,
      policy.version,
      revision,
      JSON.stringify(policy),
      effectiveFrom,
      source,
      staffId,
      at,
      reason,
      signedAt,
    ],
    job,
  );
}

/** Signs the draft as of a revision first, for a day and with what it rests on; false where it is another by now. */
export async function signPolicyDraft(
  { pool }: Pick<Db, 'pool'>,
  kind: PolicyKind,
  revision: number,
  signed: {
    readonly effectiveFrom: LocalDate;
    readonly source: string;
    readonly reason: string;
    readonly staffId: string;
    readonly at: string;
  },
  job: Job,
): Promise<boolean> {
  const { effectiveFrom, source, reason, staffId, at } = signed;
  return change(
    pool,
    `UPDATE policy SET effective_from = $3, source = $4, reason = $5, signed_by_id = $6, signed_at = $7, sent_back = NULL
WHERE kind = $1 AND status = 'draft' AND (data->>'revision')::int = $2 AND signed_by_id IS NULL`,
    [kind, revision, effectiveFrom, source, reason, staffId, at],
    job,
  );
}

/** Takes the first signature away, with why; false where there is none on this revision. */
export async function sendPolicyDraftBack(
  { pool }: Pick<Db, 'pool'>,
  kind: PolicyKind,
  revision: number,
  sentBack: SentBack,
  job: Job,
): Promise<boolean> {
  return change(
    pool,
    `UPDATE policy SET signed_by_id = NULL, signed_at = NULL, sent_back = $3::jsonb || jsonb_build_object('signedById', signed_by_id)
WHERE kind = $1 AND status = 'draft' AND (data->>'revision')::int = $2 AND signed_by_id IS NOT NULL`,
    [kind, revision, JSON.stringify(sentBack)],
    job,
  );
}

async function change(
  pool: Db['pool'],
  text: string,
  values: readonly unknown[],
  job: Job | null,
): Promise<boolean> {
  const query = job === null ? { text, values } : withJob(text, values, job);
  return (await pool.query(query.text, [...query.values])).rowCount === 1;
}
