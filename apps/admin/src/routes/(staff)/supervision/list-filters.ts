/** What the list can be filtered by; the names are those of the address. */
export const LIST_FILTERS = [
  'status',
  'leadDepartmentId',
  'source',
  'importance',
  'overdue',
  'near',
  'text',
  'cooperatingDepartmentId',
  'category',
  'card',
  'inspectorId',
  'waiting',
  'nextFrom',
  'nextUntil',
] as const;

export type AskedFilter = Readonly<Record<(typeof LIST_FILTERS)[number], string>>;

/** What an address asks for; empty where it says nothing. */
export function askedFilter(query: URLSearchParams): AskedFilter {
  const asked = LIST_FILTERS.map((name) => [name, query.get(name) ?? ''] as const);
  return Object.fromEntries(asked) as AskedFilter;
}

/** The columns an address asks for, `a,b,c`: ticked one by one or named in one go. */
export function askedColumns(query: URLSearchParams): string {
  return query.getAll('columns').join(',');
}

/** What the address asks for without its page: short, and the same however it was come by. */
export function queryOf(query: URLSearchParams): URLSearchParams {
  const asked = Object.entries(askedFilter(query)).filter(([, value]) => value !== '');
  const columns = askedColumns(query);
  return new URLSearchParams([...asked, ...(columns === '' ? [] : [['columns', columns]])]);
}
