import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NO_CARRIERS, PLAIN_ANNOUNCER } from '../notification/testing/drain-notices.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { demandSameClock } from './demand-same-clock.ts';
import { runJobs } from './run-jobs.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

it.each([
  [0, null],
  [110, null],
  [-110, null],
  [130, /^the clock is (129|130) seconds ahead of the database's$/],
  [-3 * 86_400, /^the clock is 25920\d seconds behind the database's$/],
])('a clock %s seconds away', async (seconds, told) => {
  const asked = demandSameClock({ db: house.db, now: () => inSeconds(seconds) });
  if (told === null) await asked;
  else await expect(asked).rejects.toThrow(told);
});

it('keeps a worker that goes by another clock from crossing dates and from removing anything', async () => {
  await anAcceptedComplaint(house, cast);
  const before = await house.db.prisma.event.count();
  house.at('2026-10-20T01:00:00.000Z');
  const onDrift = vi.fn();
  const said = { onDelivery: vi.fn(), onFailedTry: vi.fn(), onSweep: vi.fn(), onRetention: vi.fn() };
  const { stop } = await runJobs(
    house,
    { ...PLAIN_ANNOUNCER, carriers: NO_CARRIERS },
    { ...said, onError: vi.fn() },
    async () => {
      await demandSameClock(house).catch((error: unknown) => {
        onDrift(error);
        throw error;
      });
    },
  );
  try {
    await vi.waitFor(() => expect(onDrift.mock.calls.length).toBeGreaterThanOrEqual(2), 20_000);
    expect(said.onSweep).not.toHaveBeenCalled();
    expect(said.onRetention).not.toHaveBeenCalled();
    expect(await house.db.prisma.event.count()).toBe(before);
  } finally {
    await stop();
  }
});
