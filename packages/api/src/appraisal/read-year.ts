import { composeYear, type Actor, type AppraisalPolicy, type DepartmentYear } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { policiesOfPeriod } from './compose-period.ts';
import { periodsSoFar, presentPeriod } from './periods.ts';
import { seesSheet } from './sheet-scope.ts';
import { standingSheet } from './standing-sheet.ts';

export type AppraisalYear = {
  readonly year: string;
  /** Years that can be chosen, newest first. */
  readonly years: readonly string[];
  /** Ids of the quarters so far, the oldest first. */
  readonly quarters: readonly string[];
  /** Of each quarter the edition that was frozen or restated; null while it is not frozen. */
  readonly editions: readonly (number | null)[];
  readonly isRunning: boolean;
  readonly departments: readonly DepartmentYear[];
  readonly promotion: AppraisalPolicy['promotion'];
};

const schema = z.object({ year: z.string('malformed').optional() });

/** The quarters of a year together, with the promotion list; for those who see every sheet, others see their own department alone. */
export async function readYear(house: House, actor: Actor, raw: unknown): Promise<Result<AppraisalYear>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const periods = await periodsSoFar(house);
  const years = [...new Set(periods.map(({ id }) => id.slice(0, 4)))];
  const present = await presentPeriod(house);
  const year = parsed.value.year ?? present.id.slice(0, 4);
  if (!years.includes(year)) return badInput({ year: 'not_a_choice' });
  const quarters = periods.filter(({ id }) => id.startsWith(year)).toReversed();
  const standing = [];
  for (const { id } of quarters) standing.push(await standingSheet(house, id));
  const { appraisal } = await policiesOfPeriod(house, quarters.at(-1) ?? present);
  const departments = composeYear(
    standing.map(({ sheet }) => sheet),
    appraisal,
  );
  const seen = departments.filter(({ departmentId }) => seesSheet(actor, departmentId));
  if (seen.length === 0 && departments.length > 0) return refusal('not_found');
  return done({
    ...{ year, years, departments: seen, promotion: appraisal.promotion },
    quarters: quarters.map(({ id }) => id),
    editions: standing.map(({ edition }) => edition),
    isRunning: present.id.startsWith(year),
  });
}
