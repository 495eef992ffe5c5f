/** Pages that differ in the name at their end alone. */
const NAMED = ['notice-rules'];

/** The kind of page an address shows: numbers, ids, months and words looked for taken out. */
export function patternOf(path: string): string {
  const [pathname = ''] = path.split(/[?#]/);
  const parts = pathname.split('/');
  return parts
    .map((part, at) =>
      /\d/.test(part) || part.length > 30 || NAMED.includes(parts[at - 1] ?? '') ? '-' : part,
    )
    .join('/');
}
