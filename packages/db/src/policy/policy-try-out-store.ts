import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { PolicyKind } from './policy-store.ts';

type Db = Pick<Database, 'pool' | 'prisma'>;

/** A try-out of a draft, with how far it is. `result`: what its kind comes to; null before it is done. */
export type PolicyTryOut = {
  readonly id: string;
  readonly kind: PolicyKind;
  readonly version: string;
  readonly revision: number;
  readonly fromOn: LocalDate;
  readonly askedAt: string;
  readonly done: number;
  readonly total: number;
  readonly isFinished: boolean;
  readonly result: unknown;
};

/** One thing that would have been otherwise. `before`, `after`: null where there is none. */
export type TryOutLine = {
  readonly departmentId: string | null;
  /** Empty where it is of no period. */
  readonly period: string;
  readonly rule: string;
  readonly subject: 'complaint' | 'item' | 'card';
  readonly subjectId: string;
  readonly number: string;
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Asks for a try-out: the row and the job that works on it, in one statement. */
export async function askForPolicyTryOut(
  { pool }: Pick<Db, 'pool'>,
  asked: Pick<PolicyTryOut, 'id' | 'kind' | 'version' | 'revision' | 'fromOn' | 'askedAt'> & {
    readonly staffId: string;
  },
): Promise<void> {
  const { id, kind, version, revision, fromOn, askedAt, staffId } = asked;
  await pool.query(
    `WITH job AS (INSERT INTO pgboss.job (name, data, retry_limit, expire_seconds)
  VALUES ('try_out', jsonb_build_object('policyTryOutId', $1::text), 2, 3600))
INSERT INTO policy_try_out (id, kind, version, revision, from_on, asked_at, asked_by_id)
VALUES ($1::uuid, $2, $3, $4, $5, $6, $7)`,
    [id, kind, version, revision, fromOn, askedAt, staffId],
  );
}

/** The latest try-out of a draft begun at a moment; null where it was never tried out. Names of drafts that were dropped come again. */
export async function readLatestPolicyTryOut(
  { prisma }: Pick<Db, 'prisma'>,
  kind: PolicyKind,
  draft: { readonly version: string; readonly begunAt: string },
): Promise<PolicyTryOut | null> {
  const where = { kind, version: draft.version, askedAt: { gte: draft.begunAt } };
  const orderBy = [{ revision: 'desc' }, { askedAt: 'desc' }, { id: 'desc' }] as const;
  const row = await prisma.policyTryOut.findFirst({ where, orderBy: [...orderBy] });
  return row === null ? null : shown(row);
}

export async function readPolicyTryOut(
  { prisma }: Pick<Db, 'prisma'>,
  id: string,
): Promise<PolicyTryOut | null> {
  const row = await prisma.policyTryOut.findUnique({ where: { id } });
  return row === null ? null : shown(row);
}

/** Keeps how far a try-out is. */
export async function savePolicyTryOutProgress(
  { pool }: Pick<Db, 'pool'>,
  id: string,
  done: number,
  total: number,
): Promise<void> {
  await pool.query('UPDATE policy_try_out SET done = $2, total = $3 WHERE id = $1', [id, done, total]);
}

export async function finishPolicyTryOut(
  { pool }: Pick<Db, 'pool'>,
  id: string,
  result: object,
  at: string,
): Promise<void> {
  await pool.query('UPDATE policy_try_out SET done = total, result = $2, finished_at = $3 WHERE id = $1', [
    id,
    JSON.stringify(result),
    at,
  ]);
}

/** Takes away the lines of a try-out that begins anew, after a fault. */
export async function clearTryOutLines({ pool }: Pick<Db, 'pool'>, id: string): Promise<void> {
  await pool.query('DELETE FROM policy_try_out_line WHERE try_out_id = $1', [id]);
}

/** Keeps lines, numbered on from `first`. */
export async function saveTryOutLines(
  { pool }: Pick<Db, 'pool'>,
  id: string,
  first: number,
  lines: readonly TryOutLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const column = (pick: (line: TryOutLine) => string | null) => lines.map(pick);
  await pool.query({
    name: 'save-try-out-lines',
    text: `INSERT INTO policy_try_out_line (try_out_id, seq, department_id, period, rule, subject, subject_id, number, at, before, after)
SELECT $1::uuid, $2::int + ordinality::int, department_id, period, rule, subject, subject_id, number, at, before, after
FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::timestamptz[], $10::text[], $11::text[])
  WITH ORDINALITY AS line (department_id, period, rule, subject, subject_id, number, at, before, after, ordinality)`,
    values: [
      id,
      first - 1,
      column((line) => line.departmentId),
      column((line) => line.period),
      column((line) => line.rule),
      column((line) => line.subject),
      column((line) => line.subjectId),
      column((line) => line.number),
      column((line) => line.at),
      column((line) => line.before),
      column((line) => line.after),
    ],
  });
}

/** Lines of a try-out, `most` after a place; of one department in one period, or of all. */
export async function readTryOutLines(
  { pool }: Pick<Db, 'pool'>,
  asked: {
    readonly id: string;
    readonly after: number;
    readonly most: number;
    readonly departmentId?: string | undefined;
    readonly period?: string | undefined;
  },
): Promise<readonly (TryOutLine & { readonly seq: number })[]> {
  const { rows } = await pool.query<TryOutLine & { readonly seq: number; readonly at: unknown }>(
    `SELECT seq, department_id AS "departmentId", period, rule, subject, subject_id AS "subjectId", number, at, before, after
FROM policy_try_out_line WHERE try_out_id = $1 AND seq > $2 AND ($4::uuid IS NULL OR department_id = $4)
  AND ($5::text IS NULL OR period = $5) ORDER BY seq LIMIT $3`,
    [asked.id, asked.after, asked.most, asked.departmentId ?? null, asked.period ?? null],
  );
  return rows.map((row) => ({ ...row, at: (row.at as unknown as Date).toISOString() }));
}

type Row = {
  id: string;
  kind: string;
  version: string;
  revision: number;
  fromOn: Date;
  askedAt: Date;
  done: number;
  total: number;
  finishedAt: Date | null;
  result: unknown;
};

function shown({ kind, fromOn, askedAt, finishedAt, ...row }: Row): PolicyTryOut {
  const { id, version, revision, done, total, result } = row;
  return {
    ...{ id, version, revision, done, total, result },
    kind: kind as PolicyKind,
    fromOn: fromOn.toISOString().slice(0, 10),
    askedAt: askedAt.toISOString(),
    isFinished: finishedAt !== null,
  };
}
