/** The kind of page an address shows: numbers, ids, months and words looked for taken out. */
export function patternOf(path: string): string {
  const [pathname = ''] = path.split(/[?#]/);
  return pathname
    .split('/')
    .map((part) => (/\d/.test(part) || part.length > 30 ? '-' : part))
    .join('/');
}
