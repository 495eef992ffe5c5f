import { randomBytes } from 'node:crypto';
import process from 'node:process';
import {
  beginPolicy,
  openHouse,
  readPolicy,
  readPolicyTryOut,
  runPolicyTryOut,
  savePolicy,
  tryOutPolicy,
  typedPolicy,
  type House,
} from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import pg from 'pg';
import { loadOpenItems } from '../load/load-open-items.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';

const SIGNED_AT = '2026-09-03T01:00:00.000Z';
const LOOK_MS = 500;

/** A rejected report for every item with its line in the ledger; hashes do not fit, which no try-out looks at. */
const REJECTED = `INSERT INTO event (stream, stream_id, version, type, at, actor, data, prev_hash, hash)
SELECT 'supervision_item', id, 1000, 'ReportRejected', $1::timestamptz, '{"kind":"system"}',
  jsonb_build_object('reportId', id, 'fault', 'no_substance', 'text', '', 'nth', 1, 'departmentId', lead_department_id), '', ''
FROM supervision_item`;
const LINES = `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic, stream_id, event_version, actor)
SELECT gen_random_uuid(), $1::timestamptz, lead_department_id, '2026-Q3', 'supervision', 'weak_report', -50, 'scoring-1',
  '{"nth":1}', id, 1000, '{"kind":"system"}' FROM supervision_item`;

/** Try-outs of drafts over many events: how long, how far at each look, and how much memory is held. */
export async function measureTryOut(events: number): Promise<void> {
  const database = await openScratchDatabase('2026-01-01T00:00:00.000Z');
  const opened = openHouse({ databaseUrl: database.url, masterKey: randomBytes(32).toString('base64') });
  const house: House = { ...opened, now: () => SIGNED_AT };
  try {
    // Assigned, signed for and one report rejected: three events of each item that a try-out looks at.
    await loadOpenItems(house, database.url, Math.ceil(events / 3));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(REJECTED, [SIGNED_AT]);
    await client.query(LINES, [SIGNED_AT]);
    await client.query('VACUUM ANALYZE event, score_entry');
    await client.end();
    const admin = await appraisalAdmin(house);
    const rows = [];
    for (const { kind, changed } of [
      { kind: 'scoring', changed: { weakReport: '-1' } },
      { kind: 'deadlines', changed: { signFor: '2' } },
    ] as const)
      rows.push(await tried(house, admin, kind, changed));
    await keep('try-out', rows, 'progress at each look, memory flat, nothing written but the result');
  } finally {
    await house.close();
    await database.close();
  }
}

async function tried(house: House, admin: StaffActor, kind: 'scoring' | 'deadlines', changed: object) {
  taken(await beginPolicy(house, admin, { kind }));
  const { draft } = taken(await readPolicy(house, admin, { kind }));
  const form = typedPolicy(kind, draft?.policy);
  taken(await savePolicy(house, admin, { ...form, ...changed, kind, revision: 0 }));
  const { tryOutId } = taken(await tryOutPolicy(house, admin, { kind, periods: 1 }));
  const before = process.memoryUsage().rss;
  let most = before;
  let looks = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
    looks += 1;
    void readPolicyTryOut(house, admin, { kind }).then((page) => {
      if (page.ok && page.value?.tryOut)
        console.log(`${kind}: ${page.value.tryOut.done} of ${page.value.tryOut.total}`);
    });
  }, LOOK_MS);
  const began = performance.now();
  try {
    await runPolicyTryOut(house, { policyTryOutId: tryOutId });
  } finally {
    clearInterval(timer);
  }
  const seconds = (performance.now() - began) / 1000;
  const result = taken(await readPolicyTryOut(house, admin, { kind }))?.tryOut?.result;
  return {
    what: kind,
    events: result?.events ?? 0,
    lines: result?.lines ?? 0,
    looks,
    seconds: Number(seconds.toFixed(1)),
    'MiB more': Math.round((Math.max(most, process.memoryUsage().rss) - before) / 2 ** 20),
  };
}

async function appraisalAdmin(house: House): Promise<StaffActor> {
  const { id: departmentId } = await house.db.prisma.department.findFirstOrThrow({
    where: { kind: 'office' },
  });
  const staffId = house.newId();
  const roles = ['appraisal_admin'] as const;
  const data = { id: staffId, login: staffId, name: 'appraisal', passwordHash: '', departmentId };
  await house.db.prisma.staff.create({ data: { ...data, roles: [...roles], createdAt: house.now() } });
  return { kind: 'staff', staffId, departmentId, roles };
}

function taken<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
