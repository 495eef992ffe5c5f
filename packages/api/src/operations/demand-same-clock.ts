import type { House } from '../house.ts';

/** Further from the database's clock, a process must neither take requests nor say what is due. */
const MOST_DRIFT_MS = 120_000;

/** The clock of this process and that of the database's machine differ. */
export class ClockDiffers extends Error {
  override name = 'ClockDiffers';

  constructor(seconds: number) {
    super(`the clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} the database's`);
  }
}

/**
 * Asks the database what time it is. Throws `ClockDiffers` where that is more than two minutes from ours, for what a wrong clock
 * brings about (a crossed deadline, a card, a removal) stands when it is right again. On one machine both go wrong together.
 */
export async function demandSameClock({ db, now }: Pick<House, 'db' | 'now'>): Promise<void> {
  const { rows } = await db.pool.query<{ ms: number }>({
    name: 'clock',
    text: 'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
    values: [],
  });
  const ahead = Date.parse(now()) - (rows[0]?.ms ?? 0);
  if (Math.abs(ahead) > MOST_DRIFT_MS) throw new ClockDiffers(Math.round(ahead / 1000));
}
