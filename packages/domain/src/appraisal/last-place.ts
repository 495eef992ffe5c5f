import type { PayPolicy } from '../policy/pay-policy.ts';
import type { DepartmentSheet, SheetNote } from './period-sheet.ts';

/** Who would lose performance pay in a group, or why nobody does without a person. */
export type LastPlace = {
  readonly groupId: string;
  readonly ranked: number;
  readonly departmentIds: readonly string[];
  /** zero: one department is last on its own · tied, small_sample: a person decides. */
  readonly outcome: 'zero' | 'tied' | 'small_sample';
};

/**
 * Last place of each group that is large enough (末位零绩效), whether the rule is on or not. Ties and scores on a small or no sample go
 * to a person. Where all of a group have the same score nobody is last. Source: domain.md, Appraisal.
 */
export function lastPlaces(
  departments: readonly DepartmentSheet[],
  { lastPlace: { leastGroup } }: PayPolicy,
): readonly LastPlace[] {
  const ranked = departments.filter(({ rankInGroup }) => rankInGroup !== null);
  return [...Map.groupBy(ranked, ({ groupId }) => groupId)].flatMap(([groupId, group]): LastPlace[] => {
    if (group.length < leastGroup) return [];
    const least = Math.min(...group.map(({ composite }) => composite ?? 0));
    const last = group.filter(({ composite }) => composite === least);
    if (last.length === group.length) return [];
    const isUnsure = last.some(({ notes }) => notes.includes('small_sample') || notes.includes('no_sample'));
    const outcome = last.length > 1 ? 'tied' : isUnsure ? 'small_sample' : 'zero';
    return [
      { groupId, ranked: group.length, departmentIds: last.map(({ departmentId }) => departmentId), outcome },
    ];
  });
}

/** The departments with what last place does to them; nothing where the rule is off. */
export function withLastPlace(
  departments: readonly DepartmentSheet[],
  pay: PayPolicy,
): readonly DepartmentSheet[] {
  if (!pay.lastPlace.isOn) return departments;
  const places = lastPlaces(departments, pay);
  return departments.map((department) => {
    const place = places.find(({ departmentIds }) => departmentIds.includes(department.departmentId));
    if (place === undefined) return department;
    const isZero = place.outcome === 'zero';
    const note: SheetNote = isZero ? 'last_place_zero' : 'last_place_undecided';
    return {
      ...department,
      payFactor: isZero ? 0 : department.payFactor,
      notes: [...department.notes, note],
    };
  });
}
