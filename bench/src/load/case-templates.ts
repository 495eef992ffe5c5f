import type pg from 'pg';

/** What stands in a template where each copy has a number of its own: eight hexadecimal digits. */
export const COPY = '@@@@@@@@';

export type Template = {
  readonly table: string;
  /** Something of the case is still open. */
  readonly isOpen: boolean;
  /** A row as JSON. */
  readonly body: string;
};

type Source = { readonly table: string; readonly owner: string; readonly keys: readonly string[] };

/** Tables of a case; `owner` tells whose row it is, `keys` are ids that a copy has of its own. */
const SOURCES: readonly Source[] = [
  { table: 'complaint', owner: 'id', keys: ['id'] },
  { table: 'supervision_item', owner: 'id', keys: ['id'] },
  { table: 'card', owner: 'item_id', keys: ['id'] },
  { table: 'rating_review', owner: 'complaint_id', keys: ['id'] },
  { table: 'contact', owner: 'complaint_id', keys: [] },
  { table: 'contact_look', owner: 'complaint_id', keys: ['id'] },
  { table: 'callback', owner: 'complaint_id', keys: [] },
  { table: 'rating', owner: 'complaint_id', keys: [] },
  { table: 'item_complaint', owner: 'item_id', keys: [] },
  { table: 'participation', owner: 'item_id', keys: [] },
  { table: 'item_participant', owner: 'item_id', keys: [] },
  { table: 'measure', owner: 'item_id', keys: ['id'] },
  { table: 'progress_report', owner: 'item_id', keys: ['id'] },
  { table: 'finding', owner: 'item_id', keys: ['id'] },
  { table: 'demand', owner: 'stream_id', keys: [] },
  { table: 'score_entry', owner: 'stream_id', keys: ['id'] },
  { table: 'message', owner: 'complaint_id', keys: ['id'] },
  { table: 'event', owner: 'stream_id', keys: [] },
];

export const COPIED_TABLES: readonly string[] = SOURCES.map(({ table }) => table);

const OVER: ReadonlySet<unknown> = new Set([
  ...['declined', 'merged', 'split', 'withdrawn', 'settled_on_the_spot', 'closed', 'struck_off', 'dissolved'],
]);
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

type Row = Readonly<Record<string, unknown>>;

/**
 * The rows of every case, events in the order in which they were written, a case being complaints and items that hang together, with what each copy has of its own left open.
 * `isWanted` is asked for each complaint and item; a case goes with the first that is not wanted.
 */
export async function caseTemplates(
  client: pg.Client,
  isWanted: (row: Row) => boolean,
): Promise<readonly Template[]> {
  const rows = new Map<string, readonly Row[]>();
  for (const { table } of SOURCES) {
    const order = table === 'event' ? 'ORDER BY position' : '';
    const answer = await client.query<{ row: Row }>(`SELECT row_to_json(t) AS row FROM ${table} t ${order}`);
    rows.set(
      table,
      answer.rows.map(({ row }) => row),
    );
  }
  const of = (table: string) => rows.get(table) ?? [];
  const matters = [...of('complaint'), ...of('supervision_item')];
  const cases = new Groups();
  for (const { item_id: item, complaint_id: complaint } of of('item_complaint')) cases.join(item, complaint);
  for (const one of of('complaint'))
    for (const other of [one['item_id'], one['survivor_id'], one['split_from_id']])
      if (other !== null) cases.join(one['id'], other);
  for (const { id, item_id: item } of of('card')) cases.join(id, item);
  for (const { id, complaint_id: complaint } of of('rating_review')) cases.join(id, complaint);
  const copied = new Set(matters.map(({ id }) => cases.of(id)));
  for (const row of matters) if (!isWanted(row)) copied.delete(cases.of(row['id']));
  const open = new Set(matters.filter(({ status }) => !OVER.has(status)).map(({ id }) => cases.of(id)));
  const ids = new Set(
    SOURCES.flatMap(({ table, keys }) => keys.flatMap((key) => of(table).map((row) => row[key]))),
  );
  const numbers = [...matters, ...of('card')].flatMap(({ external_id: foreign, ...row }) => [
    String(row['tracking_number'] ?? row['number']),
    ...(typeof foreign === 'string' ? [foreign] : []),
  ]);
  const number = new RegExp(`(?:${numbers.join('|')})(?![0-9])`, 'g');
  const opened = (row: Row) =>
    JSON.stringify(row)
      .replaceAll(UUID, (id) => (ids.has(id) ? id.slice(0, 28) + COPY : id))
      .replaceAll(number, (text) => `${text}-${COPY}`);
  return SOURCES.flatMap(({ table, owner }) =>
    of(table)
      .map((row) => ({ row, group: cases.of(row[owner]) }))
      .filter(({ group }) => copied.has(group))
      .map(({ row, group }) => ({ table, isOpen: open.has(group), body: opened(unique(table, row)) })),
  );
}

/** What has to differ from copy to copy beside ids and numbers. */
function unique(table: string, row: Row): Row {
  if (table === 'message') return { ...row, occasion: `${String(row['occasion'])}-${COPY}` };
  if (table === 'complaint' && row['once_hash'] !== null)
    return { ...row, once_hash: `${String(row['once_hash'])}${COPY}` };
  return row;
}

class Groups {
  readonly #parent = new Map<unknown, unknown>();

  of(id: unknown): unknown {
    let at = id;
    for (let next = this.#parent.get(at); next !== undefined; next = this.#parent.get(at)) at = next;
    return at;
  }

  join(one: unknown, other: unknown): void {
    const [from, to] = [this.of(one), this.of(other)];
    if (from !== to) this.#parent.set(from, to);
  }
}
