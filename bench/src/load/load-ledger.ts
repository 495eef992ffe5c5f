import pg from 'pg';

const AT_ONCE = 500_000;

/** The events behind the lines: one rejected report each, in a stream of its own. */
const EVENTS = `INSERT INTO event (stream, stream_id, version, type, at, actor, data, prev_hash, hash)
SELECT 'supervision_item', lpad(to_hex(n), 32, '0')::uuid, 1, 'ReportRejected', now() - (n % 1000) * interval '1 day', '{"kind":"system"}',
  '{}', '', '' FROM generate_series($1::int, $2::int) n`;
const LINES = `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic,
  stream_id, event_version, actor)
SELECT lpad(to_hex(n), 32, '0')::uuid, now() - (n % 1000) * interval '1 day', ($3::uuid[])[1 + n % cardinality($3::uuid[])],
  ($4::text[])[1 + (n / 60) % cardinality($4::text[])], 'supervision', 'weak_report', -50, 'scoring-1', '{"nth":1}',
  lpad(to_hex(n), 32, '0')::uuid, 1, '{"kind":"system"}' FROM generate_series($1::int, $2::int) n`;
const BALANCES = `INSERT INTO score_balance (department_id, period, account, centipoints, lines)
SELECT department_id, period, account, sum(centipoints)::int, count(*)::int FROM score_entry GROUP BY 1, 2, 3`;

/** Lines of the ledger from number `from` up to `count`, over all departments and periods alike, straight into the tables. */
export async function loadLedger(
  url: string,
  departmentIds: readonly string[],
  periods: readonly string[],
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off; SET session_replication_role = replica');
    for (let first = from + 1; first <= count; first += AT_ONCE) {
      const last = Math.min(count, first + AT_ONCE - 1);
      await client.query(EVENTS, [first, last]);
      await client.query(LINES, [first, last, departmentIds, periods]);
      console.log(`${last} lines`);
    }
    await client.query('DELETE FROM score_balance');
    await client.query(BALANCES);
    await client.query('VACUUM ANALYZE event, score_entry, score_balance');
  } finally {
    await client.end();
  }
}
