import { workingCalendar } from '@bihuan/api/domain';
import { openTestHouse, type TestHouse } from '@bihuan/api/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOfficeHours } from './office-hours.ts';
import { RefusedStep } from './refused-step.ts';
import { runStories, type Beginning } from './run-stories.ts';
import type { Scene, Story } from './scene.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const RUN = {
  ticks: ['2026-06-01T00:45:00.000Z', '2026-06-01T05:25:00.000Z'],
  end: '2026-06-01T09:00:00.000Z',
};
const [MORNING, NOON, EVENING] = [
  '2026-06-01T01:00:00.000Z',
  '2026-06-01T05:30:00.000Z',
  '2026-06-01T12:00:00.000Z',
];

function run(beginnings: readonly Beginning[], onTick = async () => undefined) {
  const hours = openOfficeHours(workingCalendar([2026], []), '2026-06-01', '2026-06-01');
  const zone = { departments: [], departmentId: () => '', people: () => [] };
  return runStories({ house, hours, zone }, beginnings, { ...RUN, onTick });
}

function beginning(seed: string, at: string, tell: (scene: Scene) => Story): Beginning {
  return { seed, at, lane: 'one', tell };
}

it('tells stories in the order of their moments, the clock before each half-day, nothing after the end', async () => {
  const told: string[] = [];
  const tell = (name: string, next: string) =>
    async function* (scene: Scene): Story {
      told.push(`${name} ${scene.house.now().slice(11, 16)}`);
      yield next;
      told.push(`${name} ${scene.house.now().slice(11, 16)}`);
    };
  const result = await run(
    [beginning('late', NOON, tell('late', EVENING)), beginning('early', MORNING, tell('early', NOON))],
    async () => {
      told.push('tick');
      return undefined;
    },
  );
  expect(told).toEqual(['tick', 'early 01:00', 'tick', 'late 05:30', 'early 05:30']);
  expect(result).toEqual({ steps: 3, refused: [] });
});

it('ends a story at a refusal and says which, and stops at a fault', async () => {
  const refusing = async function* (): Story {
    yield NOON;
    throw new RefusedStep({ ok: false, kind: 'refusal', refusal: { code: 'not_found' } });
  };
  const { refused } = await run([beginning('refused', MORNING, refusing)]);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain('2026-06-01T05:30:00.000Z {"code":"not_found"}');
  const failing = async function* (): Story {
    yield NOON;
    throw new TypeError('a defect');
  };
  await expect(run([beginning('fault', MORNING, failing)])).rejects.toThrow('a defect');
});

it('starts stories beside others, with ids that follow from the seed', async () => {
  const ids = async (seed: string) => {
    const made: string[] = [];
    const aside = async function* (scene: Scene): Story {
      made.push(scene.house.newId());
      yield NOON;
    };
    const tell = async function* (scene: Scene): Story {
      made.push(scene.house.newId());
      scene.beside('aside', NOON, aside);
      yield NOON;
    };
    await run([beginning(seed, MORNING, tell)]);
    return made;
  };
  const first = await ids('a');
  expect(new Set(first).size).toBe(2);
  expect(await ids('a')).toEqual(first);
  expect(await ids('b')).not.toEqual(first);
});
