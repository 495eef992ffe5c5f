/** The key under which a written crossing of a deadline is remembered, so that each is written once. */
export function crossingKey(deadline: string, date: string, level: number): string {
  return `${deadline}:${date}:${level}`;
}
