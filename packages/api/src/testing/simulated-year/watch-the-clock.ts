import { dueItems } from '@bihuan/db';
import { localDateOf, type Instant } from '@bihuan/domain';
import { draftDueBulletin } from '../../bulletin/draft-bulletin.ts';
import type { House } from '../../house.ts';
import { sweepDeadlines } from '../../operations/sweep-deadlines.ts';
import { sweepItem } from '../../supervision/sweep-item.ts';
import { chanceOf } from './chance.ts';

/** How the clock is looked at: each look has its time of day. */
export type Watch = {
  readonly name: string;
  readonly looks: readonly { readonly time: string; readonly look: (house: House) => Promise<void> }[];
};

/** As a worker does that never fails: as soon as each half-day begins. */
export const ONCE: Watch = {
  name: 'every sweep once',
  looks: [
    { time: '00:01', look: sweepOnce },
    { time: '12:01', look: sweepOnce },
  ],
};

/** As workers do that stand still for hours: late in each half-day, two side by side and out of order, and twice. */
export const TWICE: Watch = {
  name: 'every sweep twice, late, side by side and out of order',
  looks: [
    { time: '11:50', look: sweepTwice },
    { time: '23:40', look: sweepTwice },
  ],
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Over the last midnight, a weekend, a month's end or a holiday, and forward to the end of the half-day. */
const MOVES = [-2 * MINUTE, 11 * 60 * MINUTE + 50 * MINUTE, -DAY, -3 * DAY, -9 * DAY, -40 * DAY] as const;

/** As a worker does whose clock is set back and forward again and again before it is right. */
export const MOVED: Watch = {
  name: 'the clock moved back and forward before each sweep, and right in the end',
  looks: [
    { time: '00:01', look: (house) => sweepMoved(house, [...MOVES, 0, ...MOVES]) },
    { time: '12:01', look: (house) => sweepMoved(house, [...MOVES, 0, ...MOVES]) },
  ],
};

const AHEAD_DAYS = 3;

/** As a worker does whose clock runs days ahead on one day of each month, and is set right. */
export const AHEAD: Watch = {
  name: 'the clock three days ahead on the tenth of each month',
  looks: [
    {
      time: '00:01',
      look: (house) =>
        sweepMoved(house, localDateOf(house.now()).endsWith('-10') ? [AHEAD_DAYS * DAY, 0] : [0]),
    },
    { time: '12:01', look: sweepOnce },
  ],
};

async function sweepMoved(house: House, moves: readonly number[]): Promise<void> {
  const right = Date.parse(house.now());
  for (const move of moves) {
    const moved = new Date(right + move).toISOString() as Instant;
    await sweepOnce({ ...house, now: () => moved });
  }
}

async function sweepTwice(house: House): Promise<void> {
  await Promise.all([sweepOutOfOrder(house), sweepOnce(house)]);
  await sweepOnce(house);
}

async function sweepOnce(house: House): Promise<void> {
  const { failed } = await sweepDeadlines(house);
  for (const { error } of failed) throw error;
  await draftDueBulletin(house);
}

/** Later than any item is quiet: then none is left out. */
const NEVER_QUIET = '9999-12-31';

/** The items that are due in the order of a shuffle, those that are known to be quiet as well. */
async function sweepOutOfOrder(house: House): Promise<void> {
  const today = localDateOf(house.now());
  const due = await dueItems(house.db, { today: NEVER_QUIET, through: today }, { after: null, limit: 5000 });
  const { fraction } = chanceOf(`shuffle/${today}`);
  const shuffled = due.map(({ id }) => ({ id, at: fraction(id) })).toSorted((a, b) => a.at - b.at);
  for (const { id } of shuffled) await sweepItem(house, id, null);
}
