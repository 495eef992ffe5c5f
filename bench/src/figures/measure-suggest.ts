import { randomBytes } from 'node:crypto';
import { countWords, findLookAlikes, openHouse, retrainSuggestions, suggestTriage } from '@bihuan/api';
import { generatedMatter } from '../load/generated-matters.ts';
import { loadComplaints } from '../load/load-complaints.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median, percentile } from '../statistics.ts';

const ASKED = 200;
const MOST = 5;

/** Look-alikes and suggestions of category and department for a new matter, one after the other, among many complaints. */
export async function measureSuggest(rounds: number, complaints: number): Promise<void> {
  const database = await openScratchDatabase();
  const house = openHouse({ databaseUrl: database.url, masterKey: randomBytes(32).toString('base64') });
  try {
    await loadComplaints(database.url, complaints);
    const counting = await timed(() => countWords(house));
    const training = await timed(() => retrainSuggestions(house));
    const asked = Array.from({ length: ASKED }, (_, index) => generatedMatter(complaints + 31 * index));
    const lookAlikes = (matter: (typeof asked)[number]) =>
      findLookAlikes(house, { id: null, departmentId: null, submittedAt: house.now(), ...matter }, MOST);
    const rows = [
      { what: 'look-alikes', ...(await measure(rounds, asked, lookAlikes)) },
      {
        what: 'category and department',
        ...(await measure(rounds, asked, (matter) => suggestTriage(house, matter))),
      },
    ];
    const once = `words counted in ${(counting / 1000).toFixed(1)} s, models trained in ${(training / 1000).toFixed(1)} s`;
    await keep(
      'suggest',
      rows.map((row) => ({ ...row, complaints })),
      `p95 < 50 ms; ${once}`,
    );
  } finally {
    await house.close();
    await database.close();
  }
}

/** The first of all is told apart: it loads the model and the counts of the words. */
async function measure<Asked>(
  rounds: number,
  asked: readonly Asked[],
  ask: (one: Asked) => Promise<unknown>,
) {
  const first = await timed(() => ask(asked[0] as Asked));
  const p50: number[] = [];
  const p95: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: number[] = [];
    for (const one of asked) times.push(await timed(() => ask(one)));
    p50.push(percentile(times, 0.5));
    p95.push(percentile(times, 0.95));
  }
  return {
    'first ms': Number(first.toFixed(1)),
    'p50 ms': Number(median(p50).toFixed(1)),
    'p95 ms': Number(median(p95).toFixed(1)),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
