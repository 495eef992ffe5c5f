import {
  exportsFinishedBefore,
  logListExport,
  moveExport,
  readExport,
  type ExportStatus,
  type StoredExport,
} from '@bihuan/db';
import { addDays, instantAt, localDateOf, type Actor } from '@bihuan/domain';
import writeWorkbook from 'write-excel-file/node';
import { z } from 'zod';
import type { House } from '../house.ts';
import { colleagues } from '../people/substitution/colleagues.ts';
import { CSV_MARK, csvLines, type Cell } from './csv.ts';
import { EXPORT_COLUMNS, exportRows } from './export-tables.ts';

const jobSchema = z.object({ exportId: z.uuid() });

/** A workbook is made in one piece; what is longer is to be had as text with commas. */
export const MOST_IN_WORKBOOK = 100_000;
/** Files are kept so long. */
export const DAYS_KEPT = 7;

const RUNNING: readonly ExportStatus[] = ['waiting', 'running'];

export const exportKey = (id: string, part: number): string => `exports/${id}/${part}`;
export const exportContext = (id: string, part: number): string => `export:${id}:${part}`;

/** Makes a file piece by piece, each sealed where it lies, so that the longest takes no more memory than one piece. Taken up again it begins anew. */
export async function runExport(house: House, data: unknown): Promise<void> {
  const job = await readExport(house.db, jobSchema.parse(data).exportId);
  if (job === null || !RUNNING.includes(job.status)) return;
  const person = (await colleagues(house, [job.askedById])).get(job.askedById);
  if (!person?.isActive) return end(house, job, 'failed');
  const { departmentId, roles } = person;
  const actor: Actor = { kind: 'staff', staffId: job.askedById, departmentId, roles };
  await moveExport(house.db, job.id, RUNNING, { status: 'running', done: 0, parts: 0 });
  const written =
    job.format === 'csv' ? await writeCsv(house, actor, job) : await writeXlsx(house, actor, job);
  if (written === null) return end(house, job, 'failed');
  const isDone = await moveExport(house.db, job.id, ['running'], {
    ...{ status: 'done', ...written, total: written.done, keyId: house.keyring.keyId },
    finishedAt: house.now(),
  });
  if (!isDone) return;
  await logListExport(house.db, {
    ...{ id: job.id, at: house.now(), staffId: job.askedById, format: job.format },
    filter: { kind: job.kind, ...job.asked },
    ...{ columns: EXPORT_COLUMNS[job.kind], lines: written.done },
  });
}

type Written = { readonly done: number; readonly parts: number };

async function writeCsv(house: House, actor: Actor, job: StoredExport): Promise<Written> {
  let [done, parts] = [0, 0];
  const keep = async (text: string) => {
    await put(house, job.id, parts, Buffer.from(text));
    parts += 1;
  };
  await keep(CSV_MARK + csvLines([headings(job)]));
  await exportRows(house, actor, job, async (rows, total) => {
    await keep(csvLines(rows));
    done += rows.length;
    // Whoever cancelled meanwhile hears no more of it.
    return moveExport(house.db, job.id, ['running'], { done, total });
  });
  return { done, parts };
}

/** Null where there are more rows than one workbook takes. */
async function writeXlsx(house: House, actor: Actor, job: StoredExport): Promise<Written | null> {
  const rows: (readonly Cell[])[] = [];
  let isTooLong = false;
  await exportRows(house, actor, job, async (more, total) => {
    isTooLong = total > MOST_IN_WORKBOOK;
    if (isTooLong) return false;
    for (const row of more) rows.push(row);
    return moveExport(house.db, job.id, ['running'], { done: rows.length, total });
  });
  if (isTooLong) return null;
  const heading = headings(job).map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
    ),
  );
  const columns = heading.map(({ value }) => ({ width: Math.max(12, value.length * 2 + 4) }));
  const workbook = writeWorkbook([heading, ...cells], { columns, stickyRowsCount: 1 });
  await put(house, job.id, 0, Buffer.from(await workbook.toBuffer()));
  return { done: rows.length, parts: 1 };
}

function headings({ kind, words }: StoredExport): readonly string[] {
  return EXPORT_COLUMNS[kind].map((name) => words[`column.${name}`] ?? name);
}

function put(house: House, id: string, part: number, bytes: Uint8Array): Promise<void> {
  return house.files.put(exportKey(id, part), house.keyring.sealBytes(bytes, exportContext(id, part)));
}

async function end(house: House, { id }: StoredExport, status: ExportStatus): Promise<void> {
  await moveExport(house.db, id, RUNNING, { status, finishedAt: house.now() });
}

/** Takes files away that were kept long enough. */
export async function forgetExports(house: House): Promise<void> {
  const before = instantAt(addDays(localDateOf(house.now()), -DAYS_KEPT), '00:00');
  for (const { id, parts, status } of await exportsFinishedBefore(house.db, before)) {
    for (let part = 0; part < parts; part += 1) await house.files.remove(exportKey(id, part));
    await moveExport(house.db, id, [status], { status: 'forgotten' });
  }
}
