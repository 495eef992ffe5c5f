import { inFlight } from '../in-flight.ts';
import type { SweepMemory } from './sweep-memory.ts';

export type SweptCase = { readonly id: string; readonly version: number; readonly dueOn: string };

/** What became of one case: the names of what was done to it, none where there was nothing to do. */
export type SweepCase<Done extends string> = (id: string) => Promise<readonly Done[]>;

export type SweepTally<Done extends string> = {
  readonly counts: Partial<Record<Done, number>>;
  readonly failed: readonly { readonly id: string; readonly error: unknown }[];
};

const PAGE = 500;
const TOGETHER = 4;

/** Goes through the cases page by page. A case that fails is told and does not stop the others. */
export async function sweepCases<Done extends string>(
  memory: SweepMemory,
  page: (after: SweptCase | null, limit: number) => Promise<readonly SweptCase[]>,
  sweep: SweepCase<Done>,
): Promise<SweepTally<Done>> {
  const counts: Partial<Record<Done, number>> = {};
  const failed: { id: string; error: unknown }[] = [];
  for (let after: SweptCase | null = null; ;) {
    const cases: readonly SweptCase[] = await page(after, PAGE);
    await inFlight(
      cases.filter(({ id, version }) => memory.isFresh(id, version)),
      TOGETHER,
      async ({ id, version }) => {
        try {
          const done = await sweep(id);
          for (const one of done) counts[one] = (counts[one] ?? 0) + 1;
          if (done.length === 0) memory.keep(id, version);
        } catch (error) {
          failed.push({ id, error });
        }
      },
    );
    after = cases.at(-1) ?? null;
    if (after === null || cases.length < PAGE) return { counts, failed };
  }
}
