/**
 * Which departments are compared with each other (考核分组): those of one class (`tierGroup` of the department) and, where steps are
 * given, of like volume. Source: docs/rules/scoring.md.
 */
export type GroupPolicy = {
  readonly version: string;
  /** From so many items led and signed for in the year before the period on a department is in the next part of its class; rising. */
  readonly volumeSteps: readonly number[];
  /** Departments that are put into a group by name, by id. */
  readonly placed: Readonly<Record<string, string>>;
};

export const DEFAULT_GROUPS: GroupPolicy = { version: 'groups-1', volumeSteps: [], placed: {} };

/** A class without a name of its own. */
export const UNCLASSED = '';

/** The group of a department: its class, with the number of its part from 1 where classes are parted by volume. */
export function groupOf(
  { volumeSteps, placed }: GroupPolicy,
  department: { readonly id: string; readonly tierGroup: string | null; readonly volume: number | null },
): string {
  const byName = placed[department.id];
  if (byName !== undefined) return byName;
  const tierGroup = department.tierGroup ?? UNCLASSED;
  if (volumeSteps.length === 0) return tierGroup;
  return `${tierGroup}-${volumeSteps.filter((step) => (department.volume ?? 0) >= step).length + 1}`;
}

export type GroupPolicyRefusal = 'steps_out_of_order';

export function groupPolicyFault({ volumeSteps }: GroupPolicy): GroupPolicyRefusal | null {
  const isRising = volumeSteps.every((step, index) => step > (volumeSteps[index - 1] ?? 0));
  return isRising ? null : 'steps_out_of_order';
}
