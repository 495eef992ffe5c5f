import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { exportItems } from './export-items.ts';
import { openItem } from './open-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { taken } from './testing/stages.ts';
import { watchItems } from './watch-items.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const open = (problem: string) =>
  openItem(house, cast.triage, { source: 'leader_assignment', basis: '批示2026-7', problem });

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await wait(50);
}

it('tells every open list that items changed, and nobody who closed it or sees none', async () => {
  const told = [0, 0];
  const stops = [cast.triage, cast.officer].map((actor, index) =>
    taken(
      watchItems(house, actor, () => {
        told[index] = (told[index] ?? 0) + 1;
      }),
    ),
  );
  await wait(100);
  taken(await open('窗口午间无人值守'));
  await until(() => told.every((times) => times > 0));
  expect(told).toEqual([1, 1]);
  stops[1]?.();
  taken(await open('导办台无人'));
  await until(() => told[0] === 2);
  expect(told).toEqual([2, 1]);
  stops[0]?.();
  expect(watchItems(house, { kind: 'complainant', complaintId: '' }, () => undefined).ok).toBe(false);
});

it('hands out every line that the filter finds, and to a department its own alone', async () => {
  const all = taken(await exportItems(house, cast.triage, { text: '导办台' }));
  expect(all.map(({ problem }) => problem)).toEqual(['导办台无人']);
  expect(taken(await exportItems(house, cast.officer, {}))).toEqual([]);
});
