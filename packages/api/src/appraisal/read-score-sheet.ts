import { readBalances, readLedgerLines, type LedgerLine } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { complaintsOfItems } from '../people/identity/complaints-of-items.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { readScoreboard, type DepartmentLine } from './read-scoreboard.ts';
import { scoringOfPeriod } from './scoring-of-period.ts';
import { seesSheet } from './sheet-scope.ts';

/** So many lines are shown; the sum is of all. */
export const MOST_LINES = 1000;

/** The supervision account of a department in a period: what it began with, each line, and what they come to. */
export type ScoreSheet = {
  readonly period: string;
  readonly periods: readonly string[];
  /** The department with its counts and three rates. */
  readonly department: DepartmentLine;
  /** Hundredths of a point, as everything here. */
  readonly base: number;
  readonly policyVersion: string;
  readonly lines: readonly LedgerLine[];
  /** How many lines there are in all. */
  readonly lineCount: number;
  /** Base and all lines. */
  readonly sum: number;
};

const schema = z.object({
  departmentId: z.uuid('unknown_department'),
  period: z.string('malformed').optional(),
});

/** The score sheet (成绩单) of a department. A sheet that is not for this person is `not_found`. */
export async function readScoreSheet(house: House, actor: Actor, raw: unknown): Promise<Result<ScoreSheet>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { departmentId } = parsed.value;
  if (!seesSheet(actor, departmentId)) return refusal('not_found');
  const scoreboard = await readScoreboard(house, { period: parsed.value.period });
  if (!scoreboard.ok) return scoreboard;
  const { period, periods, departments } = scoreboard.value;
  const department = departments.find(({ id }) => id === departmentId);
  if (department === undefined) return refusal('not_found');
  const [policy, balances, lines] = await Promise.all([
    scoringOfPeriod(house, period),
    readBalances(house.db, 'supervision', period),
    readLedgerLines(house.db, { departmentId, period }, MOST_LINES),
  ]);
  const balance = balances.get(departmentId);
  const ofItem = await complaintsOfItems(
    house,
    lines.map(({ itemId }) => ({ id: itemId })),
  );
  const hide = await hiderFor(house, actor, [...ofItem.values()].flat());
  return done({
    ...{ period, periods, department },
    lines: lines.map((line) => hide.matter(line, ofItem.get(line.itemId) ?? [])),
    base: policy.supervisionBase,
    policyVersion: policy.version,
    lineCount: balance?.lines ?? 0,
    sum: policy.supervisionBase + (balance?.centipoints ?? 0),
  });
}
