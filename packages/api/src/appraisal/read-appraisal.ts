import type { Actor, PeriodSheet } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import type { CallbackSample } from './callback-sample.ts';
import { presentPeriod, periodsSoFar } from './periods.ts';
import { readScoreboard } from './read-scoreboard.ts';
import { seesSheet } from './sheet-scope.ts';
import { standingSheet } from './standing-sheet.ts';

export type Appraisal = {
  readonly period: string;
  /** Periods that can be chosen, newest first. */
  readonly periods: readonly string[];
  /** The edition that was frozen or restated; null while the period is not frozen. */
  readonly edition: number | null;
  /** With those departments alone that this person may see; ranks are among all. */
  readonly sheet: PeriodSheet;
  /** Of how many verified cases the window had to call back about, by department; null where every case was to be called. */
  readonly samples: Readonly<Record<string, CallbackSample>> | null;
};

const schema = z.object({ period: z.string('malformed').optional() });

/** All departments a person may see in one period, the present one where none is named. A period without data is `not_a_choice`. */
export async function readAppraisal(house: House, actor: Actor, raw: unknown): Promise<Result<Appraisal>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const periods = await periodsSoFar(house);
  const asked = parsed.value.period ?? (await presentPeriod(house)).id;
  const period = periods.find(({ id }) => id === asked);
  if (period === undefined) return badInput({ period: 'not_a_choice' });
  const [{ sheet, edition }, board] = await Promise.all([
    standingSheet(house, period.id),
    readScoreboard(house, { period: period.id }),
  ]);
  if (!board.ok) return board;
  const samples = new Map(board.value.departments.map(({ id, sample }) => [id, sample]));
  const seen = sheet.departments.filter(({ departmentId }) => seesSheet(actor, departmentId));
  if (seen.length === 0 && sheet.departments.length > 0) return refusal('not_found');
  return done({
    period: period.id,
    periods: periods.map(({ id }) => id),
    edition,
    sheet: { ...sheet, departments: seen },
    samples:
      board.value.zone.sample &&
      Object.fromEntries(
        seen.map(({ departmentId: id }) => [id, samples.get(id) ?? { called: 0, population: 0 }]),
      ),
  });
}
