import { randomBytes } from 'node:crypto';
import { openHouse, type House } from '@bihuan/api';
import { AHEAD, compareYears, MOVED, readOutcome, simulateYear } from '@bihuan/api/testing/simulated-year';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { countAuditFaults } from './count-faults.ts';

const BEGIN = '2026-01-01T00:00:00.000Z';
const SPANS = [
  {
    over: 'Spring Festival, its make-up days, the end of two months',
    span: { first: '2026-01-28', openedThrough: '2026-02-10', last: '2026-03-05' },
  },
  {
    over: 'National Day, its make-up days, the end of two months',
    span: { first: '2026-09-21', openedThrough: '2026-10-09', last: '2026-11-02' },
  },
] as const;

/**
 * Supervision over two holidays, once undisturbed and once with a clock that is moved back (minutes over midnight, days over a
 * month's end or a holiday) and forward within the half-day before it is right: the same comes of it. Then once with a clock
 * that runs three days ahead: what came too early stands, and nothing is there twice.
 */
export async function drillClock(items: number): Promise<boolean> {
  const rows = [];
  for (const { over, span } of SPANS) {
    const year = { seed: 'clock', items, span };
    const compared = await withHouses(2, async ([undisturbed, moved]) => {
      const houses = [undisturbed, moved] as [House, House];
      const { once, twice, differences } = await compareYears(houses, year, MOVED);
      for (const difference of differences) console.log(difference.slice(0, 500));
      return {
        over,
        clock: 'moved',
        ...countsOf(twice),
        ...(await faultsOf(houses[1])),
        differ: differences.length,
        least: once.cards.length,
      };
    });
    const ahead = await withHouses(1, async ([one]) => {
      const house = one as House;
      await simulateYear(house, { ...year, watch: AHEAD });
      return {
        over,
        clock: 'three days ahead',
        ...countsOf(await readOutcome(house)),
        ...(await faultsOf(house)),
        differ: 'not asked',
        least: 1,
      };
    });
    rows.push(compared, ahead);
    console.log(JSON.stringify([compared, ahead]));
  }
  await keep(
    'clock',
    rows.map(({ least: _, ...row }) => row),
    'moved: no line differs from the undisturbed run; nothing twice, 0 faults of the audit',
  );
  return rows.every(
    (row) =>
      row.twice === 0 &&
      row.faults === 0 &&
      row.least > 0 &&
      (row.differ === 0 || row.differ === 'not asked'),
  );
}

type Outcome = Awaited<ReturnType<typeof readOutcome>>;

function countsOf({ cards, entries, bulletins }: Outcome) {
  return { cards: cards.length, entries: entries.length, bulletins: bulletins.length };
}

async function faultsOf(house: House) {
  return { twice: await countTwice(house), faults: await countAuditFaults(house) };
}

/** Cards, lines of the ledger and crossings of a date that stand there more than once for the same reason. */
async function countTwice(house: House): Promise<number> {
  const { rows } = await house.db.pool.query<{ twice: number }>(
    `SELECT (SELECT count(*) FROM (SELECT FROM card GROUP BY item_id, department_id, cause, cause_ref HAVING count(*) > 1) c)::int
          + (SELECT count(*) FROM (SELECT FROM score_entry WHERE reversal_of IS NULL
               GROUP BY stream_id, department_id, period, account, rule, ordinal, at::date HAVING count(*) > 1) e)::int
          + (SELECT count(*) FROM (SELECT FROM event WHERE type = 'DeadlineCrossed'
               GROUP BY stream_id, data - 'departmentId' HAVING count(*) > 1) d)::int AS twice`,
  );
  return rows[0]?.twice ?? 0;
}

async function withHouses<Value>(
  count: number,
  work: (houses: readonly House[]) => Promise<Value>,
): Promise<Value> {
  const databases = [];
  const houses: House[] = [];
  try {
    for (let nth = 0; nth < count; nth += 1) {
      const database = await openScratchDatabase(BEGIN);
      databases.push(database);
      const masterKey = randomBytes(32).toString('base64');
      houses.push(openHouse({ databaseUrl: database.url, masterKey, maxConnections: 6 }));
    }
    return await work(houses);
  } finally {
    for (const house of houses) await house.close();
    for (const database of databases) await database.close();
  }
}
