import { describe, expect, it } from 'vitest';
import { DEFAULT_DEADLINES } from '../policy/deadline-policy.ts';
import { anItem, anItemContext } from '../testing/index.ts';
import { quietUntil } from './quiet-until.ts';

const on = (now: string) => ({ ...anItemContext({ now }), deadlines: DEFAULT_DEADLINES });

describe('how long an item is quiet', () => {
  it('is until the first of its dates comes near', () => {
    // The measure of the cooperating department is due on Thursday the 15th, and so short that it is near on that day alone.
    expect(quietUntil(anItem().advancing(), on('2026-10-12T02:00:00.000Z'))).toBe('2026-10-15');
  });

  it('is not at all where something is due today', () => {
    expect(quietUntil(anItem().advancing(), on('2026-10-20T02:00:00.000Z'))).toBe('2026-10-20');
  });

  it('is as far as is looked where nothing of it runs', () => {
    expect(quietUntil(anItem().suspended(), on('2026-10-12T02:00:00.000Z'))).toBe('2026-11-13');
  });
});
