import type { AppraisalPolicy } from '../policy/appraisal-policy.ts';
import { fraction, rounded } from './fraction.ts';
import type { DepartmentSheet, PeriodSheet } from './period-sheet.ts';

/** A department over the quarters of a year. */
export type DepartmentYear = Pick<
  DepartmentSheet,
  'departmentId' | 'code' | 'name' | 'nameEn' | 'groupId'
> & {
  /** Score of each quarter in hundredths of a point; null where it has none. */
  readonly quarters: readonly (number | null)[];
  /** Mean of the quarters with a score, rounded once; null where none has. */
  readonly mean: number | null;
  /** Null where it has no mean, or is no more. */
  readonly rankInGroup: number | null;
  readonly ranked: number;
  /** Proposed for promotion and commendation (提拔重用、表彰). */
  readonly isOnList: boolean;
};

/**
 * The quarters of a year, the oldest first, together with its promotion list. A department counts in the group of its latest quarter;
 * equal means share a rank, and all that share a rank with a place on the list are on it. Source: domain.md, Appraisal.
 */
export function composeYear(
  quarters: readonly PeriodSheet[],
  { promotion }: AppraisalPolicy,
): readonly DepartmentYear[] {
  const latest = new Map(
    quarters.flatMap(({ departments }) => departments).map((one) => [one.departmentId, one]),
  );
  const alone = [...latest.values()].map((department) => {
    const scores = quarters.map(
      ({ departments }) =>
        departments.find(({ departmentId }) => departmentId === department.departmentId)?.composite ?? null,
    );
    const known = scores.filter((score) => score !== null);
    const sum = known.reduce((total, score) => total + score, 0);
    const isInLast = quarters.at(-1)?.departments.includes(department) ?? false;
    return {
      department,
      quarters: scores,
      mean: known.length === 0 ? null : rounded(fraction(sum, known.length)),
      isThere: isInLast && !department.notes.includes('ended_in_period'),
      isLongEnough: known.length >= promotion.leastQuarters,
    };
  });
  const ranked = alone.filter(({ mean, isThere }) => mean !== null && isThere);
  return alone
    .map(({ department, quarters: scores, mean, isThere, isLongEnough }): DepartmentYear => {
      const group = ranked.filter((other) => other.department.groupId === department.groupId);
      const better = group.filter((other) => (other.mean ?? 0) > (mean ?? 0)).length;
      const rankInGroup = mean === null || !isThere ? null : better + 1;
      const isHigh = mean !== null && mean >= promotion.from;
      return {
        departmentId: department.departmentId,
        code: department.code,
        name: department.name,
        nameEn: department.nameEn,
        groupId: department.groupId,
        quarters: scores,
        mean,
        rankInGroup,
        ranked: group.length,
        isOnList: rankInGroup !== null && rankInGroup <= promotion.places && isHigh && isLongEnough,
      };
    })
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}
