import type { IndicatorDefinition } from './indicator.ts';

/** What the indicators of each department weigh together in a year, in percent. */
export function weightSums(
  definitions: readonly Pick<IndicatorDefinition, 'owners'>[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { owners } of definitions)
    for (const { departmentId, weight } of owners)
      sums.set(departmentId, (sums.get(departmentId) ?? 0) + weight);
  return sums;
}

/** The first department of these whose indicators do not come to 100, with what they come to; one without any is right. */
export function wrongWeight(
  definitions: readonly Pick<IndicatorDefinition, 'owners'>[],
  departmentIds: readonly string[],
): { readonly departmentId: string; readonly sum: number } | null {
  const sums = weightSums(definitions);
  for (const departmentId of departmentIds) {
    const sum = sums.get(departmentId);
    if (sum !== undefined && sum !== 100) return { departmentId, sum };
  }
  return null;
}
