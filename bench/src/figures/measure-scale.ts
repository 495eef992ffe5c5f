import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHouse, sweepDeadlines } from '@bihuan/api';
import pg from 'pg';
import { hotQueries } from '../load/hot-queries.ts';
import { multiplyRows } from '../load/multiply-rows.ts';
import { explain, queriesOf } from '../product/asked-queries.ts';
import { openDemoDatabase } from '../product/demo-database.ts';
import { keep } from '../results.ts';
import { percentile } from '../statistics.ts';

const SETTINGS = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min', fsync: 'off' };
const PLANS = fileURLToPath(new URL('../../results/scale-plans.txt', import.meta.url));
/** One case of so many that are open at any time, as after some years. */
const OPEN_ONE_OF = 60;

/**
 * Every query that people wait for, as each role asks it, in a house of many complaints: its 95th percentile, and the plan of
 * each of its statements in `bench/results/scale-plans.txt`. The data folder is filled once and kept; whoever made it removes it.
 */
export async function measureScale(
  dataDir: string,
  asked: {
    readonly complaints: number;
    readonly events: number;
    readonly calls: number;
    readonly only: string;
  },
): Promise<void> {
  const { url, masterKey, close } = await openDemoDatabase(dataDir, SETTINGS);
  try {
    const mark = join(dataDir, 'filled');
    if ((await readFile(mark).catch(() => null)) === null) {
      await multiplyRows(url, { ...asked, openOneOf: OPEN_ONE_OF, days: 1500, texts: 50_000 });
      await writeFile(mark, '');
    }
    const house = openHouse({ databaseUrl: url, masterKey });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const rows = [];
      let plans = '';
      const queries = [
        ...(await hotQueries(house)),
        { what: 'sweep', calls: 1, ask: () => sweepDeadlines({ ...house, now: () => house.now() }) },
      ];
      for (const { what, ask, ...rest } of queries.filter((one) => one.what.includes(asked.only))) {
        const calls = 'calls' in rest ? rest.calls : asked.calls;
        const times: number[] = [];
        if (calls > 1) await ask(0);
        for (let nth = 1; nth <= calls; nth += 1) {
          const began = performance.now();
          await ask(nth);
          times.push(performance.now() - began);
          // What takes seconds is known after a few.
          if (performance.now() - began > 5000 && nth >= 2) break;
        }
        const explained = what === 'sweep' ? [] : await plansOf(client, await queriesOf(house, () => ask(7)));
        const slowest = explained.reduce((most, { ms }) => Math.max(most, ms), 0);
        const row = {
          what,
          'p50 ms': Number(percentile(times, 0.5).toFixed(1)),
          'p95 ms': Number(percentile(times, 0.95).toFixed(1)),
          statements: explained.length,
          'slowest ms': slowest,
        };
        rows.push(row);
        console.log(JSON.stringify(row));
        plans += `\n\n######## ${what}: p95 ${row['p95 ms']} ms\n${explained.map(({ text, plan }) => `-- ${text}\n${plan}`).join('\n\n')}`;
        await writeFile(PLANS, plans);
      }
      await keep('scale', rows, `p95 at ${asked.complaints} complaints and ${asked.events} events`);
    } finally {
      await client.end();
      await house.close();
    }
  } finally {
    await close();
  }
}

async function plansOf(client: pg.Client, queries: Awaited<ReturnType<typeof queriesOf>>) {
  const explained = [];
  for (const query of queries) {
    if (!/^\s*(SELECT|WITH)/i.test(query.text)) continue;
    explained.push({ text: query.text, ...(await explain(client, query)) });
  }
  return explained;
}
