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

/** What two people signed about the last place of a group in a period. */
export type LastPlaceRuling = {
  readonly groupId: string;
  /** Who was last when it was ruled; it holds for them alone. */
  readonly departmentIds: readonly string[];
  /** Those of them that lose their performance pay; none where the ruling spares them. */
  readonly zeroIds: readonly string[];
};

const LAST_PLACE_NOTES: readonly SheetNote[] = [
  'last_place_zero',
  'last_place_spared',
  'last_place_undecided',
];

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

/**
 * The departments with what last place does to them; nothing where the rule is off. Pay is taken from nobody before two people signed
 * who loses it in this period, and a ruling holds only for those who were last when it was made.
 */
export function withLastPlace(
  departments: readonly DepartmentSheet[],
  pay: PayPolicy,
  rulings: readonly LastPlaceRuling[] = [],
): readonly DepartmentSheet[] {
  if (!pay.lastPlace.isOn) return departments;
  const places = lastPlaces(departments, pay);
  return departments.map((department) => {
    const { departmentId } = department;
    const place = places.find(({ departmentIds }) => departmentIds.includes(departmentId));
    if (place === undefined) return department;
    const ruling = rulings.find((one) => isRulingOn(one, place));
    const isZero = ruling?.zeroIds.includes(departmentId) ?? false;
    const note: SheetNote =
      ruling === undefined ? 'last_place_undecided' : isZero ? 'last_place_zero' : 'last_place_spared';
    return {
      ...department,
      payFactor: isZero ? 0 : department.payFactor,
      notes: [...department.notes, note],
    };
  });
}

/** Whether a ruling is on this place as it is now: the same group, and the same last in it. */
export function isRulingOn(ruling: LastPlaceRuling, place: LastPlace): boolean {
  if (ruling.groupId !== place.groupId) return false;
  if (ruling.departmentIds.length !== place.departmentIds.length) return false;
  return place.departmentIds.every((id) => ruling.departmentIds.includes(id));
}

/** How many departments of a sheet are last without a ruling. */
export function undecidedLast(departments: readonly DepartmentSheet[]): number {
  return departments.filter(({ notes }) => notes.includes('last_place_undecided')).length;
}

/** The departments of a sheet as they would be without the rule. */
export function withoutLastPlace(departments: readonly DepartmentSheet[]): readonly DepartmentSheet[] {
  return departments.map((department) => {
    const { notes, composite, coefficient } = department;
    if (!notes.some((note) => LAST_PLACE_NOTES.includes(note))) return department;
    return {
      ...department,
      payFactor: composite === null ? null : coefficient * Math.max(0, composite),
      notes: notes.filter((note) => !LAST_PLACE_NOTES.includes(note)),
    };
  });
}
