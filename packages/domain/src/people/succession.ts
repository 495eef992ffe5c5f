import type { LocalDate } from '../calendar/index.ts';

/** A department that may have been merged into another, or renamed. */
export type Succeeded = {
  readonly id: string;
  readonly successorId: string | null;
  /** The first day on which it is no more. */
  readonly activeTo: LocalDate | null;
};

/**
 * The department that answers for another on a date: itself while it is active, else whoever took its place, however often
 * that happened. Null where it ended without a successor, or where successors go round in a circle.
 */
export function departmentInCharge(
  departments: ReadonlyMap<string, Succeeded>,
  id: string,
  on: LocalDate,
): string | null {
  const seen = new Set<string>();
  let current: string | null = id;
  while (current !== null && !seen.has(current)) {
    seen.add(current);
    const found = departments.get(current);
    if (found === undefined || found.activeTo === null || found.activeTo > on) return current;
    current = found.successorId;
  }
  return null;
}

/** A department with all that it took the place of by a date: whose cases it answers for. */
export function departmentAndForerunners(
  departments: ReadonlyMap<string, Succeeded>,
  id: string,
  on: LocalDate,
): readonly string[] {
  return [
    id,
    ...[...departments.keys()].filter((one) => one !== id && departmentInCharge(departments, one, on) === id),
  ];
}
