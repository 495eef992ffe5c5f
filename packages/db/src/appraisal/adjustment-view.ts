import type { Account, AdjustmentKind, AdjustmentStatus, Instant, ScoringRule } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A line by hand with the names of what it is about. */
export type ListedAdjustment = {
  readonly id: string;
  readonly version: number;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly departmentNameEn: string;
  readonly period: string;
  readonly kind: AdjustmentKind;
  readonly account: Account;
  /** Hundredths of a point. */
  readonly centipoints: number;
  readonly basis: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly reversalOf: string | null;
  readonly status: AdjustmentStatus;
  readonly proposedAt: Instant;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly settledAt: Instant | null;
  readonly settledBy: string | null;
  readonly note: string;
};

type Row = Omit<ListedAdjustment, 'proposedAt' | 'settledAt'> & { proposedAt: Date; settledAt: Date | null };

/** What was proposed for a period and, whatever their period, all that wait for a second signature; the newest first. */
export async function readAdjustmentRows(
  db: Pick<Database, 'pool'>,
  period: string,
): Promise<readonly ListedAdjustment[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'adjustments',
    text: `
SELECT a.id, a.version, a.department_id AS "departmentId", d.name AS "departmentName", d.name_en AS "departmentNameEn",
  a.period, a.kind, a.account, a.centipoints, a.basis, a.document_number AS "documentNumber", a.reason,
  a.item_id AS "itemId", item.number AS "itemNumber", a.reversal_of AS "reversalOf", a.status,
  a.proposed_at AS "proposedAt", a.proposed_by_id AS "proposedById", proposer.name AS "proposedBy",
  a.settled_at AS "settledAt", settler.name AS "settledBy", a.note
FROM adjustment a JOIN department d ON d.id = a.department_id
JOIN staff proposer ON proposer.id = a.proposed_by_id LEFT JOIN staff settler ON settler.id = a.settled_by_id
LEFT JOIN supervision_item item ON item.id = a.item_id
WHERE a.period = $1 OR a.status = 'proposed' ORDER BY a.proposed_at DESC, a.id LIMIT 500`,
    values: [period],
  });
  return rows.map(({ proposedAt, settledAt, ...row }) => ({
    ...row,
    proposedAt: proposedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}

/** What lines of a rule come to for a department in a period. */
export async function sumOfRule(
  db: Pick<Database, 'pool'>,
  asked: { readonly departmentId: string; readonly period: string; readonly rule: ScoringRule },
): Promise<{ readonly centipoints: number; readonly count: number }> {
  const { rows } = await db.pool.query<{ centipoints: number; count: number }>({
    name: 'sum-of-rule',
    text: `SELECT coalesce(sum(centipoints), 0)::int AS centipoints, count(*)::int AS count
FROM score_entry WHERE department_id = $1 AND period = $2 AND rule = $3`,
    values: [asked.departmentId, asked.period, asked.rule],
  });
  return rows[0] ?? { centipoints: 0, count: 0 };
}
