import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { columnList, tableName, type BackupTable } from './backup-tables.ts';

/**
 * Gives the rows of a table to `take` as text of PostgreSQL's COPY, in the order in which they lie. Returns how many there
 * were.
 */
export async function copyTableOut(
  client: pg.ClientBase,
  table: BackupTable,
  take: (rows: Readable) => Promise<void>,
): Promise<number> {
  const stream = client.query(to(`COPY ${tableName(table)} (${columnList(table)}) TO STDOUT`));
  await take(stream);
  return stream.rowCount;
}

/** Lets `give` write rows that `copyTableOut` gave. Returns how many there were. */
export async function copyTableIn(
  client: pg.ClientBase,
  table: BackupTable,
  give: (rows: Writable) => Promise<void>,
): Promise<number> {
  const stream = client.query(from(`COPY ${tableName(table)} (${columnList(table)}) FROM STDIN`));
  await give(stream);
  return stream.rowCount;
}
