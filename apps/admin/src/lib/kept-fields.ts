/** The names and values that `keptForm` wrote; lines that are none are left out. */
export function keptFields(lines: readonly string[]): readonly (readonly [string, string])[] {
  return lines.flatMap((line) => {
    const pair: unknown = JSON.parse(line);
    if (!Array.isArray(pair)) return [];
    const [name, value] = pair as readonly unknown[];
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [];
  });
}
