import { randomBytes } from 'node:crypto';
import { composePeriod, openHouse, presentPeriod, readScoreSheet } from '@bihuan/api';
import { periodAfter, SYSTEM } from '@bihuan/api/domain';
import { loadDepartments } from '../load/load-departments.ts';
import { loadLedger } from '../load/load-ledger.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median, percentile } from '../statistics.ts';

const DEPARTMENTS = 60;
const ASKED = 40;

/** The score sheet of all departments, and that of one with its lines, in ledgers of growing length over eight periods. */
export async function measureSheet(rounds: number, sizes: readonly number[]): Promise<void> {
  const database = await openScratchDatabase();
  const house = openHouse({ databaseUrl: database.url, masterKey: randomBytes(32).toString('base64') });
  try {
    const departmentIds = await loadDepartments(house, DEPARTMENTS);
    const { id: period } = await presentPeriod(house);
    const periods = Array.from({ length: 8 }, (_, back) => periodAfter(period, -back).id);
    const asked = [
      { what: 'sheet of 60 departments', ask: () => composePeriod(house, period) },
      {
        what: 'sheet of one with its lines',
        ask: (nth: number) =>
          readScoreSheet(house, SYSTEM, { departmentId: departmentIds[nth % DEPARTMENTS], period }),
      },
    ];
    const measured = asked.map(() => [] as number[]);
    let from = 0;
    for (const count of sizes) {
      await loadLedger(database.url, departmentIds, periods, { from, count });
      from = count;
      for (const [at, { what, ask }] of asked.entries()) {
        const p95 = await measure(rounds, ask);
        measured[at]?.push(p95);
        console.log(`${count} lines, ${what}: p95 ${p95.toFixed(1)} ms`);
      }
    }
    const rows = asked.map(({ what }, at) => ({
      what,
      ...Object.fromEntries(sizes.map((size, nth) => [`p95 ms at ${size}`, round(measured[at]?.[nth] ?? 0)])),
      growth: round((measured[at]?.at(-1) ?? 0) / (measured[at]?.[0] ?? 1)),
    }));
    await keep('sheet', rows, 'p95 grows < 1.5× from the first to the last size');
  } finally {
    await house.close();
    await database.close();
  }
}

async function measure(rounds: number, ask: (nth: number) => Promise<unknown>): Promise<number> {
  const p95: number[] = [];
  for (let at = 0; at <= rounds; at += 1) {
    const times: number[] = [];
    for (let nth = 0; nth < ASKED; nth += 1) {
      const began = performance.now();
      await ask(nth);
      times.push(performance.now() - began);
    }
    // The first round only warms up.
    if (at > 0) p95.push(percentile(times, 0.95));
  }
  return median(p95);
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
