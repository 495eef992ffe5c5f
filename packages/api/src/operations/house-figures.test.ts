import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { connectionFigures, houseFigures } from './house-figures.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await anAcceptedComplaint(house, await castPeople(house));
});
afterAll(() => house.drop());

it('gives figures under labels of ours alone', async () => {
  const figures = [...connectionFigures(house), ...houseFigures(house)];
  const read = await Promise.all(figures.map(async ({ name, read: get }) => [name, await get()] as const));
  const values = new Map(read);
  expect(values.get('bihuan_workers_live')).toEqual([{ labels: {}, value: 0 }]);
  expect(values.get('bihuan_queue_jobs')).toContainEqual({
    labels: { queue: 'sweep', state: 'failed' },
    value: 0,
  });
  expect(values.get('bihuan_queue_oldest_seconds')).toContainEqual({
    labels: { queue: 'notify' },
    value: expect.any(Number),
  });
  expect(values.get('bihuan_last_event_timestamp_seconds')?.[0]?.value).toBe(Date.parse(house.now()) / 1000);
  for (const { labels, value } of read.flatMap(([, all]) => [...all])) {
    expect(Number.isFinite(value)).toBe(true);
    for (const label of Object.values(labels)) expect(label).toMatch(/^[a-z_]{3,20}$/);
  }
});
