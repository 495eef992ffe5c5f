import { readFrozenEdition, readScoreboardCounts, type ScoreboardCounts } from '@bihuan/db';
import {
  addedCallbacks,
  NO_CALLBACKS,
  threeRates,
  wilsonInterval,
  type AppraisalPeriod,
  type CallbackCounts,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { callbackSamples, type CallbackSample } from './callback-sample.ts';
import { periodsSoFar, presentPeriod, spanOf } from './periods.ts';
import { openDataOf } from '../policy/rules-in-force.ts';
import { badInput, done, type Result } from '../result.ts';

/** Below this many valid callbacks a rate is marked as resting on a small sample. */
export const SMALL_SAMPLE = 5;

export type Rate = { readonly value: number; readonly low: number; readonly high: number };

/** Counts with the rates they give; `rates` is null where there was no valid callback. */
export type ScoreboardLine = {
  readonly underSupervision: number;
  readonly struckOffOnTime: number;
  readonly struckOffLate: number;
  readonly callbacks: CallbackCounts;
  /** Cases a panel took out of the rates, for a public reason. */
  readonly excluded: number;
  readonly rates: {
    readonly response: Rate;
    readonly resolution: Rate;
    readonly satisfaction: Rate;
    readonly composite: number;
  } | null;
  readonly isSmallSample: boolean;
  /** Null where every case was to be called back. */
  readonly sample: CallbackSample | null;
};

export type DepartmentLine = ScoreboardLine & {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
};

/** What the scoreboard of a period counts. */
export type Board = {
  readonly departments: readonly DepartmentLine[];
  readonly zone: ScoreboardLine;
  /** Counts of people below this are held back in open data. */
  readonly leastCell: number;
};

export type Scoreboard = Board & {
  readonly period: string;
  /** Periods that can be chosen, newest first. */
  readonly periods: readonly string[];
  /** The edition of the sheet with which it was frozen; null while the period is not frozen. */
  readonly edition: number | null;
};

const schema = z.object({ period: z.string('malformed').optional() });

/**
 * The public scoreboard of a quarter, the present one where none is named; of a frozen one as it was kept with the edition that holds. A
 * period without data is `not_a_choice`.
 */
export async function readScoreboard(house: House, raw: unknown): Promise<Result<Scoreboard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const known = await periodsSoFar(house);
  const period = parsed.value.period ?? (await presentPeriod(house)).id;
  const asked = known.find(({ id }) => id === period);
  if (asked === undefined) return badInput({ period: 'not_a_choice' });
  const frozen = await readFrozenEdition(house.db, period);
  const board = (frozen?.board as Board | null | undefined) ?? (await countBoard(house, asked));
  return done({ ...board, period, periods: known.map(({ id }) => id), edition: frozen?.edition ?? null });
}

/** The scoreboard of a period as it counts now. */
export async function countBoard(house: House, period: AppraisalPeriod): Promise<Board> {
  const span = spanOf(period);
  const [counts, samples, { leastCell }] = await Promise.all([
    readScoreboardCounts(house.db, period.id, span),
    callbackSamples(house, span),
    openDataOf(house),
  ]);
  const sampleOf = (id: string) => samples && (samples.get(id) ?? { called: 0, population: 0 });
  const departments = counts.map((row) => ({
    id: row.departmentId,
    name: row.name,
    nameEn: row.nameEn,
    ...line(row),
    sample: sampleOf(row.departmentId),
  }));
  return { departments, zone: { ...line(sum(counts)), sample: samples && total(samples) }, leastCell };
}

type Counts = Omit<ScoreboardCounts, 'departmentId' | 'name' | 'nameEn'>;

function line({
  underSupervision,
  struckOffOnTime,
  struckOffLate,
  callbacks,
  excluded,
}: Counts): Omit<ScoreboardLine, 'sample'> {
  const rates = threeRates(callbacks);
  const { valid, contacted, solved, satisfied, basicallySatisfied } = callbacks;
  const rate = (value: number, hits: number): Rate => ({ value, ...wilsonInterval(hits, valid) });
  return {
    underSupervision,
    struckOffOnTime,
    struckOffLate,
    callbacks,
    excluded,
    rates: rates && {
      response: rate(rates.response, contacted),
      resolution: rate(rates.resolution, solved),
      satisfaction: rate(rates.satisfaction, satisfied + 0.9 * basicallySatisfied),
      composite: rates.composite,
    },
    isSmallSample: valid > 0 && valid < SMALL_SAMPLE,
  };
}

function sum(rows: readonly Counts[]): Counts {
  const none: Counts = {
    ...{ underSupervision: 0, struckOffOnTime: 0, struckOffLate: 0, excluded: 0 },
    callbacks: NO_CALLBACKS,
  };
  return rows.reduce(
    (total, row) => ({
      underSupervision: total.underSupervision + row.underSupervision,
      struckOffOnTime: total.struckOffOnTime + row.struckOffOnTime,
      struckOffLate: total.struckOffLate + row.struckOffLate,
      excluded: total.excluded + row.excluded,
      callbacks: addedCallbacks(total.callbacks, row.callbacks),
    }),
    none,
  );
}

function total(samples: ReadonlyMap<string, CallbackSample>): CallbackSample {
  return [...samples.values()].reduce(
    (all, { called, population }) => ({
      called: all.called + called,
      population: all.population + population,
    }),
    { called: 0, population: 0 },
  );
}
