import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '@bihuan/api';
import type { Part, WholeProduct } from '../product/whole-product.ts';
import { until } from '../until.ts';
import { countAuditFaults, countHalfWritten, countMissing } from './count-faults.ts';

const PATIENCE_MS = 60_000;
/** How many are acknowledged before each kill, at least and at most; a slow machine is given time for them. */
const BEFORE_KILL = [20, 60] as const;

export const KILL_GOAL = '0 missing, 0 half-written, 0 faults of the audit, accepting again in < 10 s';

export type KillRow = {
  readonly round: number;
  readonly acknowledged: number;
  readonly missing: number;
  readonly 'half-written': number;
  readonly 'audit faults': number;
  readonly 'back ms': number;
};

/** One try to file something: its once-only token where it was acknowledged, null where it was not. */
export type Filing = (client: number) => Promise<string | null>;

/** Kills something; when, in milliseconds of `performance.now()`, and whether something else has taken its place since. */
export type Kill = () => Promise<{ readonly at: number; isReplaced(): boolean | Promise<boolean> }>;

/** kill -9 of one part of the running product; its supervision alone brings it back. */
export function killPart(product: WholeProduct, part: Part): Kill {
  return async () => {
    const before = await product.pidOf(part);
    const at = performance.now();
    process.kill(before, 'SIGKILL');
    return { at, isReplaced: async () => ![0, before].includes(await product.pidOf(part)) };
  };
}

/** Kills again and again while clients file. A round ends with the first filing begun after the kill that is acknowledged. */
export async function killInRounds(
  house: House,
  { kill, rounds, clients, file }: { kill: Kill; rounds: number; clients: number; file: Filing },
): Promise<readonly KillRow[]> {
  const rows: KillRow[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const acknowledged: string[] = [];
    let isOver = false;
    let killedAt = Infinity;
    let backAt = Infinity;
    const work = Array.from({ length: clients }, async (_, client) => {
      while (!isOver) {
        const begun = performance.now();
        const token = await file(client).catch(() => null);
        if (token === null) {
          await sleep(20);
          continue;
        }
        acknowledged.push(token);
        if (begun > killedAt) backAt = Math.min(backAt, performance.now());
      }
    });
    const [least, most] = BEFORE_KILL;
    const wanted = least + Math.random() * (most - least);
    await until(() => acknowledged.length >= wanted, PATIENCE_MS);
    const killed = await kill();
    killedAt = killed.at;
    await until(async () => backAt < Infinity && (await killed.isReplaced()), PATIENCE_MS);
    isOver = true;
    await Promise.all(work);
    const row = {
      round,
      acknowledged: acknowledged.length,
      missing: await countMissing(house, acknowledged),
      'half-written': await countHalfWritten(house),
      'audit faults': await countAuditFaults(house),
      'back ms': Math.round(backAt - killedAt),
    };
    console.log(JSON.stringify(row));
    rows.push(row);
  }
  return rows;
}

/** Whether every round of a kill kept the promise. `within`: in how many milliseconds filings had to be taken again. */
export function holdsAll(rows: readonly KillRow[], within = 10_000): boolean {
  return rows.every(
    (row) =>
      row.acknowledged >= BEFORE_KILL[0] &&
      row.missing + row['half-written'] + row['audit faults'] === 0 &&
      row['back ms'] < within,
  );
}
