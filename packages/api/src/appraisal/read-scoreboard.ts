import { firstFiledAt, readScoreboardCounts, type ScoreboardCounts } from '@bihuan/db';
import {
  instantAt,
  NO_CALLBACKS,
  periodOf,
  threeRates,
  wilsonInterval,
  type CallbackCounts,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { callbackSamples, type CallbackSample } from './callback-sample.ts';
import { badInput, done, type Result } from '../result.ts';

/** Below this many valid callbacks a rate is marked as resting on a small sample. */
export const SMALL_SAMPLE = 5;

const MOST_PERIODS = 8;

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

export type Scoreboard = {
  readonly period: string;
  /** Periods that can be chosen, newest first. */
  readonly periods: readonly string[];
  readonly departments: readonly DepartmentLine[];
  readonly zone: ScoreboardLine;
};

const schema = z.object({ period: z.string('malformed').optional() });

/** The public scoreboard of a quarter, the present one where none is named. A period without data is `not_a_choice`. */
export async function readScoreboard(house: House, raw: unknown): Promise<Result<Scoreboard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const present = periodOf(house.now());
  const first = await firstFiledAt(house.db);
  const periods = periodsBetween(first === null ? present : periodOf(first), present);
  const period = parsed.value.period ?? present;
  if (!periods.includes(period)) return badInput({ period: 'not_a_choice' });
  const [counts, samples] = await Promise.all([
    readScoreboardCounts(house.db, period, bounds(period)),
    callbackSamples(house, bounds(period)),
  ]);
  const sampleOf = (id: string) => samples && (samples.get(id) ?? { called: 0, population: 0 });
  const departments = counts.map((row) => ({
    id: row.departmentId,
    name: row.name,
    nameEn: row.nameEn,
    ...line(row),
    sample: sampleOf(row.departmentId),
  }));
  return done({
    period,
    periods,
    departments,
    zone: { ...line(sum(counts)), sample: samples && total(samples) },
  });
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
      callbacks: {
        valid: total.callbacks.valid + row.callbacks.valid,
        contacted: total.callbacks.contacted + row.callbacks.contacted,
        solved: total.callbacks.solved + row.callbacks.solved,
        satisfied: total.callbacks.satisfied + row.callbacks.satisfied,
        basicallySatisfied: total.callbacks.basicallySatisfied + row.callbacks.basicallySatisfied,
      },
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

function bounds(period: string) {
  const firstDay = firstDayOf(ordinalOf(period));
  const endDay = firstDayOf(ordinalOf(period) + 1);
  return { firstDay, endDay, from: instantAt(firstDay, '00:00'), until: instantAt(endDay, '00:00') };
}

function periodsBetween(first: string, last: string): readonly string[] {
  const count = Math.min(MOST_PERIODS, ordinalOf(last) - ordinalOf(first) + 1);
  return Array.from({ length: Math.max(1, count) }, (_, back) => nameOf(ordinalOf(last) - back));
}

/** Quarters counted from the year 0. */
function ordinalOf(period: string): number {
  return Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1;
}

function nameOf(ordinal: number): string {
  return `${Math.floor(ordinal / 4)}-Q${(ordinal % 4) + 1}`;
}

function firstDayOf(ordinal: number): string {
  return `${Math.floor(ordinal / 4)}-${String((ordinal % 4) * 3 + 1).padStart(2, '0')}-01`;
}
