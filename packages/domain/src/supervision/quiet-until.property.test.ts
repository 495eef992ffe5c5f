import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantAt, localDateOf } from '../calendar/index.ts';
import { SYSTEM } from '../people/actor.ts';
import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import { fresh, underWay } from '../testing/random-work/beginnings.ts';
import { steps } from '../testing/random-work/step.ts';
import { World } from '../testing/random-work/world.ts';
import { anItemContext } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import { quietUntil } from './quiet-until.ts';

const BY_TIME: readonly ItemCommand[] = [
  { type: 'sign_in_silence' },
  { type: 'cross_deadlines' },
  { type: 'near_deadlines' },
  { type: 'escalate', posts: [] },
];

test('nothing is due by time before the day until which an item is quiet', { timeout: 120_000 }, () => {
  const lengths = new Set<number>();
  fc.assert(
    fc.property(
      fc.constantFrom(fresh('2026-10-12T01:00:00.000Z', 'normal'), underWay('ready'), underWay('verifying')),
      steps,
      (beginning, sequence) => {
        const world = new World(beginning);
        for (const step of sequence) world.take(step);
        const { item, now } = world;
        const context = { ...anItemContext({ actor: SYSTEM }), deadlines: DEFAULT_DEADLINES };
        const until = quietUntil(item, { ...context, now });
        for (let day = localDateOf(now), days = 0; day < until; day = addDays(day, 1), days += 1) {
          lengths.add(days);
          for (const half of ['09:00', '23:00']) {
            const at = { ...context, now: instantAt(day, half) };
            if (at.now < now) continue;
            for (const command of BY_TIME) expect(decideItem(item, command, at).ok).toBe(false);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  // Some are quiet for weeks, so that something was tried.
  expect(lengths.size).toBeGreaterThan(10);
});
