import { randomBytes } from 'node:crypto';
import { openHouse } from '@bihuan/api';
import { compareYears } from '@bihuan/api/testing/simulated-year';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';

/**
 * Plays the supervision of a year twice over, the clock looked at once in each half-day and then late, twice, side by side and
 * out of order. Whether items, cards, lines of the ledger and bulletins came to the same.
 */
export async function drillSimulatedYear(items: number, seed: string): Promise<boolean> {
  const databases = [
    await openScratchDatabase('2026-01-01T00:00:00.000Z'),
    await openScratchDatabase('2026-01-01T00:00:00.000Z'),
  ] as const;
  const house = ({ url }: { url: string }) =>
    openHouse({ databaseUrl: url, masterKey: randomBytes(32).toString('base64'), maxConnections: 6 });
  const houses = [house(databases[0]), house(databases[1])] as const;
  const began = performance.now();
  try {
    const { once, twice, answers, differences } = await compareYears(houses, {
      ...{ seed, items },
      onDay: (day) => {
        if (day.endsWith('-01')) console.log(`${day}, ${Math.round((performance.now() - began) / 1000)} s`);
      },
    });
    for (const difference of differences) console.log(difference.slice(0, 500));
    const kinds = Object.keys(once) as (keyof typeof once)[];
    const rows = kinds.map((what) => ({ what, once: once[what].length, twice: twice[what].length }));
    const lawful = answers.get('lawful') ?? 0;
    await keep(
      'simulated-year',
      [
        ...rows,
        { what: 'commands taken', once: lawful, twice: '' },
        {
          what: 'commands refused',
          once: [...answers.values()].reduce((sum, one) => sum + one, -lawful),
          twice: '',
        },
        { what: 'lines that differ', once: differences.length, twice: '' },
        { what: 'seconds', once: Math.round((performance.now() - began) / 1000), twice: '' },
      ],
      'no line differs',
    );
    return differences.length === 0;
  } finally {
    for (const one of houses) await one.close();
    for (const one of databases) await one.close();
  }
}
