import fc from 'fast-check';

/** One step of random work: numbers that the world turns into an actor, a command and a moment. */
export type Step = {
  /** Minutes since the step before; a little below zero where a clock was set back. */
  readonly minutes: number;
  /** 0–99: the item, the first complaint, the second, or the clock that looks through all; see the world. */
  readonly target: number;
  /** 0–99: below 12 any command by anybody, else a likely one by somebody likely. */
  readonly wildness: number;
  readonly choice: number;
  readonly who: number;
  /** 0–99: below 75 findings and callbacks say that the matter is resolved. */
  readonly verdict: number;
};

const DAY = 1440;

const step: fc.Arbitrary<Step> = fc.record(
  {
    minutes: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 0, max: 600 }) },
      { weight: 30, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 20 * DAY }) },
      { weight: 2, arbitrary: fc.integer({ min: -120, max: 0 }) },
    ),
    target: fc.nat(99),
    wildness: fc.nat(99),
    choice: fc.nat(9999),
    who: fc.nat(9999),
    verdict: fc.nat(99),
  },
  { noNullPrototype: true },
);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 8,
  maxLength: 40,
  size: 'max',
});
