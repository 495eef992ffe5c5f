import type { Account, Instant, ScoringRule } from '@bihuan/domain';
import { inOneSnapshot } from '../audit/one-snapshot.ts';
import type { Database } from '../database.ts';

export type StreamedLine = {
  readonly id: string;
  readonly at: Instant;
  readonly department: string;
  readonly departmentEn: string;
  readonly account: Account;
  readonly rule: ScoringRule;
  readonly centipoints: number;
  readonly policyVersion: string;
  readonly itemNumber: string | null;
  readonly cardNumber: string | null;
  readonly reversalOf: string | null;
};

type Row = Omit<StreamedLine, 'at'> & { readonly at: Date };

/** Lines of a period in the order they came, `size` at a time, however many there are; all see one state of the ledger. `take` ends it by returning false. */
export async function streamLedger(
  db: Pick<Database, 'pool'>,
  period: string,
  departmentIds: readonly string[] | null,
  size: number,
  take: (lines: readonly StreamedLine[], total: number) => Promise<boolean>,
): Promise<void> {
  await inOneSnapshot(db, async (client) => {
    const where = `entry.period = $1 AND ($2::uuid[] IS NULL OR entry.department_id = ANY($2::uuid[]))`;
    const values = [period, departmentIds];
    const counted = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM score_entry entry WHERE ${where}`,
      values,
    );
    const total = counted.rows[0]?.count ?? 0;
    await client.query(
      `DECLARE lines NO SCROLL CURSOR FOR SELECT entry.id, entry.at, department.name AS department,
  department.name_en AS "departmentEn", entry.account, entry.rule, entry.centipoints,
  entry.policy_version AS "policyVersion", item.number AS "itemNumber", card.number AS "cardNumber",
  entry.reversal_of AS "reversalOf"
FROM score_entry entry JOIN department ON department.id = entry.department_id
LEFT JOIN card ON card.id = entry.stream_id LEFT JOIN supervision_item item ON item.id = coalesce(card.item_id, entry.stream_id)
WHERE ${where} ORDER BY entry.at, entry.id`,
      values,
    );
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${Math.trunc(size)} FROM lines`);
      if (rows.length === 0) return;
      const lines = rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
      if (!(await take(lines, total)) || rows.length < size) return;
    }
  });
}
