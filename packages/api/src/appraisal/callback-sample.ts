import { hasSampling, readVerifiedCases } from '@bihuan/db';
import { localDateOf, type Instant, type LocalDate } from '@bihuan/domain';
import { whyDrawn } from '../complaint/callback-sample.ts';
import type { House } from '../house.ts';

/** Of how many cases verified, how many the window had to call back about. */
export type CallbackSample = { readonly called: number; readonly population: number };

type Period = {
  readonly from: Instant;
  readonly until: Instant;
  readonly endDay: LocalDate;
};

/** The sample of each department by its id; null where callbacks were never sampled in or before the period. */
export async function callbackSamples(
  house: House,
  { from, until, endDay }: Period,
): Promise<ReadonlyMap<string, CallbackSample> | null> {
  if (!(await hasSampling(house.db, endDay))) return null;
  const samples = new Map<string, CallbackSample>();
  for (const { openedAt, ...one } of await readVerifiedCases(house.db, from, until)) {
    const { called, population } = samples.get(one.departmentId) ?? { called: 0, population: 0 };
    const isCalled = (await whyDrawn(house, { ...one, on: localDateOf(openedAt) })) !== null;
    samples.set(one.departmentId, { called: called + (isCalled ? 1 : 0), population: population + 1 });
  }
  return samples;
}
