import type { AuditReport } from '@bihuan/api';

/** More than this many lines help nobody. */
const SHOWN = 100;

/** One line for each row that is not what its events fold to. */
export function differenceLines(differences: NonNullable<AuditReport['replay']>['differences']): string[] {
  return differences.map(
    ({ table, key, column, expected, found }) =>
      `differs: ${table} ${key}, ${column}: is ${found ?? 'absent'}, should be ${expected ?? 'absent'}`,
  );
}

export function printFew(lines: readonly string[]): void {
  for (const line of lines.slice(0, SHOWN)) console.error(line);
  if (lines.length > SHOWN) console.error(`and ${lines.length - SHOWN} more`);
}
