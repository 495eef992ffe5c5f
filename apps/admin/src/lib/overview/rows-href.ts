import type { Tally } from '@bihuan/api/domain';

export type RowsAsked = {
  readonly tally: Tally;
  readonly from: string;
  readonly to: string;
  /** `none` for rows of no department. */
  readonly departmentId?: string | null;
  readonly category?: string | null;
};

/** Where the rows behind a number are opened. */
export function rowsHref({ tally, from, to, departmentId, category }: RowsAsked): string {
  const query = new URLSearchParams({ tally, from, to });
  if (departmentId) query.set('departmentId', departmentId);
  if (category) query.set('category', category);
  return `/trends/rows?${query.toString()}`;
}

export function thingHref({ about, id }: { readonly about: string; readonly id: string }): string {
  if (about === 'complaint') return `/complaints/${id}`;
  return about === 'card' ? `/cards/${id}` : `/supervision/${id}`;
}
