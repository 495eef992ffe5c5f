import pg from 'pg';
import { copyOutSeconds } from '../load/copy-rows.ts';
import { COPIED_TABLES } from '../load/case-templates.ts';
import { multiplyCases } from '../load/multiply-cases.ts';
import { openDemoDatabase } from '../product/demo-database.ts';
import { runOps } from '../product/run-ops.ts';
import { keep } from '../results.ts';
import { median } from '../statistics.ts';

/** Tables that events fold to, of those that are copied. */
const REPLAYED = COPIED_TABLES.filter((table) => !['contact', 'contact_look', 'message'].includes(table));

/** Folding all events again and comparing what they come to, against giving out the same rows by COPY. */
export async function measureReplay(events: number, rounds: number): Promise<void> {
  const database = await openDemoDatabase();
  try {
    const capped = await cappedStreams(database.url);
    const isWanted = ({ id }: Readonly<Record<string, unknown>>) => !capped.has(String(id));
    await multiplyCases(database.url, { events, openOneOf: 1, isWanted });
    const given = { databaseUrl: database.url, dataDir: database.dataDir, masterKey: database.masterKey };
    const copied: number[] = [];
    const replayed: number[] = [];
    let said = '';
    let peakMb = 0;
    for (let round = 0; round < rounds; round += 1) {
      copied.push(await copyOutSeconds(database.url, REPLAYED));
      const run = await runOps(['replay'], given);
      replayed.push(run.seconds);
      said = run.said.split('\n').find((line) => /differences$/.test(line)) ?? run.said.slice(0, 200);
      peakMb = Math.max(peakMb, run.peakMb);
    }
    const row = {
      'replay s': Number(median(replayed).toFixed(1)),
      'COPY s': Number(median(copied).toFixed(1)),
      ratio: Number((median(replayed) / median(copied)).toFixed(1)),
      'peak MB': peakMb,
      said,
    };
    await keep('replay', [row], '≤ 10 × COPY of the same rows, 0 differences');
  } finally {
    await database.close();
  }
}

/** Items with strike-offs, which count up to a cap per department and period that copies would have to share. */
async function cappedStreams(url: string): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'SELECT DISTINCT stream_id AS id FROM score_entry WHERE ordinal IS NOT NULL',
    );
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
}
