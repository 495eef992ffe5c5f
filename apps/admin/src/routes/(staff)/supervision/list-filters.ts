/** What the list can be filtered by; the names are those of the address. */
export const LIST_FILTERS = [
  'status',
  'leadDepartmentId',
  'source',
  'importance',
  'overdue',
  'near',
  'text',
] as const;

export type AskedFilter = Readonly<Record<(typeof LIST_FILTERS)[number], string>>;

/** What an address asks for; empty where it says nothing. */
export function askedFilter(query: URLSearchParams): AskedFilter {
  const asked = LIST_FILTERS.map((name) => [name, query.get(name) ?? ''] as const);
  return Object.fromEntries(asked) as AskedFilter;
}
