import { randomBytes, randomUUID } from 'node:crypto';
import { openHouse, searchEverything } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { searchWords } from '@bihuan/db';
import pg from 'pg';
import { generatedMatter } from '../load/generated-matters.ts';
import { loadComplaints } from '../load/load-complaints.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median, percentile } from '../statistics.ts';

const ASKED = 40;
const TRIAGE: StaffActor = {
  ...{ kind: 'staff', staffId: randomUUID(), departmentId: randomUUID(), roles: ['triage_admin'] },
};
/** The same words and order as the product asks for, and nothing around them. */
const BARE = `SELECT id, tracking_number, title, status, submitted_at FROM complaint
WHERE search @@ to_tsquery('simple', $1) ORDER BY submitted_at DESC, id LIMIT 21`;

/** Words of complaints in the search box of the office, against the bare query on the index. */
export async function measureSearch(rounds: number, complaints: number): Promise<void> {
  const database = await openScratchDatabase();
  const house = openHouse({ databaseUrl: database.url, masterKey: randomBytes(32).toString('base64') });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await loadComplaints(database.url, complaints);
    const rows = [];
    for (const { what, textOf } of TYPED) {
      const texts = Array.from({ length: ASKED }, (_, nth) =>
        textOf(generatedMatter(complaints - 1 - 7919 * nth)),
      );
      const bare = await measure(rounds, texts, (text) => client.query(BARE, [bareQuery(text)]));
      const found = await measure(rounds, texts, async (text) => {
        const answer = await searchEverything(house, TRIAGE, { text });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
      });
      rows.push({
        what,
        'bare p50 ms': bare.p50,
        'bare p95 ms': bare.p95,
        'p50 ms': found.p50,
        'p95 ms': found.p95,
        ratio: Number((found.p95 / bare.p95).toFixed(1)),
      });
    }
    await keep('search', rows, `p95 ≤ 2 × bare at ${complaints} complaints`);
  } finally {
    await client.end();
    await house.close();
    await database.close();
  }
}

type Matter = ReturnType<typeof generatedMatter>;
const TYPED: readonly { what: string; textOf: (matter: Matter) => string }[] = [
  { what: 'a street and number', textOf: ({ place }) => place },
  { what: 'two words of the title', textOf: ({ title }) => `${title.slice(-4)} ${title.slice(0, 3)}` },
  { what: 'a common word', textOf: ({ title }) => title.slice(-4) },
  { what: 'a whole title', textOf: ({ title }) => title },
];

function bareQuery(text: string): string {
  return searchWords(text)
    .split(' ')
    .map((word) => `'${word}':*`)
    .join(' & ');
}

async function measure(rounds: number, texts: readonly string[], ask: (text: string) => Promise<unknown>) {
  const p50: number[] = [];
  const p95: number[] = [];
  for (let at = 0; at <= rounds; at += 1) {
    const times: number[] = [];
    for (const text of texts) {
      const began = performance.now();
      await ask(text);
      times.push(performance.now() - began);
    }
    // The first round only warms up.
    if (at === 0) continue;
    p50.push(percentile(times, 0.5));
    p95.push(percentile(times, 0.95));
  }
  return { p50: Number(median(p50).toFixed(1)), p95: Number(median(p95).toFixed(1)) };
}
