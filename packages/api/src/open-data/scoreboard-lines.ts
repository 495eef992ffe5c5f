import { heldBackCallbacks } from '@bihuan/domain';
import { readScoreboard, type ScoreboardLine } from '../appraisal/read-scoreboard.ts';
import type { House } from '../house.ts';
import type { DatasetLine } from './dataset.ts';

const ZONE = { code: 'ALL', name: '全区', nameEn: 'All departments' };

/**
 * The scoreboard of every quarter that can be chosen. Where a department has few valid callbacks, whatever was counted from
 * them is held back, and as much of others as keeps it from being had by subtraction.
 */
export async function scoreboardLines(house: House): Promise<readonly DatasetLine<'scoreboard'>[]> {
  const codes = await codesOfDepartments(house);
  const lines: DatasetLine<'scoreboard'>[] = [];
  const first = await readScoreboard(house, {});
  for (const period of first.ok ? first.value.periods : []) {
    const board = await readScoreboard(house, { period });
    if (!board.ok) continue;
    const { departments, zone, leastCell, edition } = board.value;
    const held = heldBackCallbacks(
      departments.map(({ callbacks }) => callbacks.valid),
      leastCell,
    );
    departments.forEach((line, at) => {
      const named = { code: codes.get(line.id) ?? '', name: line.name, nameEn: line.nameEn };
      lines.push(scoreboardLine({ period, edition }, named, line, held.departments[at] === true));
    });
    lines.push(scoreboardLine({ period, edition }, ZONE, zone, held.isTotalHeldBack));
  }
  return lines;
}

function scoreboardLine(
  { period, edition }: { readonly period: string; readonly edition: number | null },
  { code, name, nameEn }: typeof ZONE,
  {
    underSupervision,
    struckOffOnTime,
    struckOffLate,
    callbacks,
    rates,
    excluded,
  }: Omit<ScoreboardLine, 'sample'>,
  isSuppressed: boolean,
): DatasetLine<'scoreboard'> {
  const shown = isSuppressed ? null : callbacks;
  const known = isSuppressed ? null : rates;
  return {
    period,
    ...{ department_code: code, department_name: name, department_name_en: nameEn },
    under_supervision: underSupervision,
    struck_off_on_time: struckOffOnTime,
    struck_off_late: struckOffLate,
    valid_callbacks: shown?.valid ?? null,
    contacted: shown?.contacted ?? null,
    solved: shown?.solved ?? null,
    satisfied: shown?.satisfied ?? null,
    basically_satisfied: shown?.basicallySatisfied ?? null,
    response_rate: known?.response.value ?? null,
    resolution_rate: known?.resolution.value ?? null,
    resolution_low: known?.resolution.low ?? null,
    resolution_high: known?.resolution.high ?? null,
    satisfaction_rate: known?.satisfaction.value ?? null,
    satisfaction_low: known?.satisfaction.low ?? null,
    satisfaction_high: known?.satisfaction.high ?? null,
    composite: known?.composite ?? null,
    excluded,
    is_suppressed: isSuppressed,
    edition,
  };
}

async function codesOfDepartments(house: House): Promise<ReadonlyMap<string, string>> {
  const rows = await house.db.prisma.department.findMany({ select: { id: true, code: true } });
  return new Map(rows.map(({ id, code }) => [id, code]));
}
