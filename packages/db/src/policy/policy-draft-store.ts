import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { wholePolicy, type PolicyData, type PolicyKind } from './policy-store.ts';

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
};

type Db = Pick<Database, 'prisma' | 'pool'>;

/** All versions of a kind, the newest first; there is one draft at most. */
export async function listPolicyVersions<Kind extends PolicyKind>(
  { prisma }: Pick<Db, 'prisma'>,
  kind: Kind,
): Promise<readonly PolicyVersion<Kind>[]> {
  const rows = await prisma.policy.findMany({ where: { kind }, orderBy: { createdAt: 'desc' } });
  return rows.map(({ data, status, effectiveFrom, createdAt, source, draftedById, publishedById }) => {
    const { revision, ...policy } = { revision: 0, ...(data as { revision?: number }) };
    return {
      policy: wholePolicy(kind, policy),
      revision,
      isDraft: status === 'draft',
      effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
      at: createdAt.toISOString(),
      ...{ source, draftedById, publishedById },
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
  by: { readonly staffId: string; readonly at: string; readonly on: LocalDate },
): Promise<boolean> {
  const { version } = policy;
  const content: object = { ...policy, revision: 0 };
  const row = { kind, version, status: 'draft', effectiveFrom: new Date(by.on), source: '' };
  const data = { ...row, data: content, createdAt: by.at, draftedById: by.staffId };
  const { count } = await prisma.policy.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Saves a changed draft; false where somebody changed it since `revision`, or published it. */
export async function savePolicyDraft<Kind extends PolicyKind>(
  { pool }: Pick<Db, 'pool'>,
  kind: Kind,
  policy: PolicyData[Kind],
  revision: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE policy SET data = $4 WHERE kind = $1 AND version = $2 AND status = 'draft' AND (data->>'revision')::int = $3`,
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

/** Publishes the draft as of a revision, with what was settled on publishing; false where it is another by now. */
export async function publishPolicyDraft<Kind extends PolicyKind>(
  { pool }: Pick<Db, 'pool'>,
  kind: Kind,
  policy: PolicyData[Kind],
  revision: number,
  published: {
    readonly effectiveFrom: LocalDate;
    readonly source: string;
    readonly staffId: string;
    readonly at: string;
  },
): Promise<boolean> {
  const { effectiveFrom, source, staffId, at } = published;
  const { rowCount } = await pool.query(
    `UPDATE policy SET status = 'published', data = $4, effective_from = $5, source = $6, published_by_id = $7, created_at = $8
WHERE kind = $1 AND version = $2 AND status = 'draft' AND (data->>'revision')::int = $3`,
    [kind, policy.version, revision, JSON.stringify(policy), effectiveFrom, source, staffId, at],
  );
  return rowCount === 1;
}
