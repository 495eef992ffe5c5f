import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { openHouse, sweepDeadlines, type House } from '@bihuan/api';
import { loadOpenItems } from '../load/load-open-items.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';

/** A Thursday morning in a covered year; the sweeps below come weeks after it. */
const SIGNED_AT = '2026-09-03T01:00:00.000Z';
const SWEEPS = [
  { what: 'a day on which nothing is due', at: '2026-09-07T00:00:00.000Z' },
  { what: 'the day after every measure was due', at: '2026-09-11T00:00:00.000Z' },
  { what: 'the same day again', at: '2026-09-11T00:05:00.000Z' },
  { what: 'the day after every deadline', at: '2026-09-21T00:00:00.000Z' },
  { what: 'a worker begun anew that day', at: '2026-09-21T00:10:00.000Z' },
] as const;

/** The daily look at the clocks of many open items, each time by a worker that begins anew. */
export async function measureSweep(items: number): Promise<void> {
  const database = await openScratchDatabase('2026-01-01T00:00:00.000Z');
  const time = { now: SIGNED_AT as string };
  const opened = openHouse({ databaseUrl: database.url, masterKey: randomBytes(32).toString('base64') });
  const house: House = { ...opened, now: () => time.now };
  try {
    await loadOpenItems(house, database.url, items);
    const rows = [];
    for (const { what, at } of SWEEPS) {
      time.now = at;
      const began = performance.now();
      const { items: done, failed } = await sweepDeadlines(house);
      const seconds = (performance.now() - began) / 1000;
      const written = Object.values(done).reduce((sum, one) => sum + one, 0);
      const mebibytes = Math.round(process.memoryUsage().rss / 2 ** 20);
      rows.push({
        what,
        items,
        written,
        failed: failed.length,
        seconds: Number(seconds.toFixed(1)),
        MiB: mebibytes,
      });
      console.log(`${what}: ${written} written in ${seconds.toFixed(1)} s`);
    }
    await keep('sweep', rows, 'one pass, each crossing once, memory flat');
  } finally {
    await house.close();
    await database.close();
  }
}
