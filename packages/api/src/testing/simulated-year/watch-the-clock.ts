import { dueItems } from '@bihuan/db';
import { localDateOf } from '@bihuan/domain';
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
