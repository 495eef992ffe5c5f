import { knownTransfers, type Statement } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { csvRecords, type CsvRecord } from './import/csv-records.ts';
import { decodeText } from './import/decode-text.ts';
import type { Encoding } from './import/detect-encoding.ts';
import { FileFault } from './import/file-fault.ts';
import { importColumns, type ImportColumns } from './import/import-columns.ts';
import { inFlight } from '../in-flight.ts';
import { physicalLines } from './import/physical-lines.ts';
import { rowError, type RowError, type RowFault } from './import/row-error.ts';
import { differencesOf, type RowDifference } from './import/differences-of.ts';
import { transferOfRow, type RowTransfer } from './import/transfer-of-row.ts';
import { submitComplaint } from './submit-complaint.ts';

export { ENCODINGS, type Encoding } from './import/detect-encoding.ts';
export { IMPORT_FIELDS, type ImportColumns, type ImportField } from './import/import-columns.ts';
export type { RowDifference } from './import/differences-of.ts';
export type { RowError, RowErrorCode } from './import/row-error.ts';

export type ImportOptions = {
  /** Where the rows come from; together with a row's number it makes a row the same row when it comes again. */
  readonly source?: string;
  /** Detected when not given. */
  readonly encoding?: Encoding;
  /** Headers by field, where they are not recognised by themselves. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Only the headers that are named count; none is guessed. */
  readonly isOnlyNamed?: boolean;
  /** Says what would happen and writes nothing. */
  readonly dryRun?: boolean;
  /** Told of every row of a part of the file, before anything of it is filed. */
  readonly onRows?: (rows: readonly ImportedRow[]) => Promise<void>;
  /** What has to happen in the transaction that files a row, or in none. */
  readonly besideRow?: (line: number) => readonly Statement[];
  readonly onColumns?: (columns: ImportColumns) => void;
  readonly onRefused?: (error: RowError) => void;
  readonly onProgress?: (so: ImportReport) => void;
};

/** What one row is, beside what is there: a row of before that reads otherwise now is listed and nothing is written over. */
export type ImportedRow = { readonly line: number; readonly externalId: string; readonly title: string } & (
  | { readonly verdict: 'new' }
  | { readonly verdict: 'same'; readonly complaintId: string }
  | {
      readonly verdict: 'changed';
      readonly complaintId: string;
      readonly differences: readonly RowDifference[];
    }
  | { readonly verdict: 'refused'; readonly error: RowError }
);

export type ImportReport = {
  readonly read: number;
  readonly created: number;
  /** Rows that an earlier import brought. */
  readonly known: number;
  readonly refused: number;
};

const TOGETHER = 8;
const CHUNK = 400;

/**
 * Files every row of a CSV file as a complaint passed on by another platform, through the same use case as the portal. A
 * row that is wrong is told by its line and the rest goes on; a row that came before makes nothing new. The bytes are read
 * as a stream. Refused with `file_…` where the file as a whole cannot be read; what was filed until then stays.
 */
export async function importComplaints(
  house: House,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions = {},
): Promise<Result<ImportReport>> {
  const records = () => csvRecords(physicalLines(decodeText(bytes, options.encoding)));
  return importRecords(house, actor, records, options);
}

/** The same for rows that were read from whatever kind of file. */
export async function importRecords(
  house: House,
  actor: Actor,
  records: () => AsyncIterator<CsvRecord> & AsyncIterable<CsvRecord>,
  options: ImportOptions = {},
): Promise<Result<ImportReport>> {
  if (actor.kind !== 'system' && !hasRole(actor, 'triage_admin', 'clerk')) return refusal('not_authorised');
  try {
    return done(await importAll(house, actor, records(), options));
  } catch (error) {
    if (error instanceof FileFault) return refusal(error.code, error.data);
    throw error;
  }
}

async function importAll(
  house: House,
  actor: Actor,
  records: AsyncIterator<CsvRecord> & AsyncIterable<CsvRecord>,
  options: ImportOptions,
): Promise<ImportReport> {
  const first = await records.next();
  if (first.done === true) throw new FileFault('file_empty');
  const columns = importColumns(first.value.fields ?? [], options.columns, options.isOnlyNamed);
  options.onColumns?.(columns);
  const run = new ImportRun(house, actor, columns, options);
  for await (const chunk of inChunks(records)) await run.take(chunk);
  return run.report;
}

class ImportRun {
  report: ImportReport = { read: 0, created: 0, known: 0, refused: 0 };
  readonly #house: House;
  readonly #actor: Actor;
  readonly #columns: ImportColumns;
  readonly #options: ImportOptions;
  readonly #source: string;
  /** Rows of the part in hand, for whoever is told of them. */
  #told: ImportedRow[] = [];
  /** Line of each number, to tell a row that comes twice in one file. */
  readonly #lineOf = new Map<string, number>();

  constructor(house: House, actor: Actor, columns: ImportColumns, options: ImportOptions) {
    this.#house = house;
    this.#actor = actor;
    this.#columns = columns;
    this.#options = options;
    this.#source = options.source ?? '12345';
  }

  async take(records: readonly CsvRecord[]): Promise<void> {
    this.#told = [];
    const rows = records.flatMap((record) => this.#read(record) ?? []);
    const ids = rows.map(({ externalId }) => externalId);
    const { db, keyring } = this.#house;
    const known = await knownTransfers(db, this.#source, ids, keyring);
    const fresh = rows.filter(({ externalId }) => !known.has(externalId));
    this.#count({ known: rows.length - fresh.length });
    if (this.#options.onRows !== undefined) {
      const read = rows.map((row): ImportedRow => {
        const { line, externalId, transfer } = row;
        const there = known.get(externalId);
        const told = { line, externalId, title: transfer.title };
        if (there === undefined) return { ...told, verdict: 'new' };
        const { complaintId } = there;
        const differences = differencesOf(transfer, there);
        if (differences.length === 0) return { ...told, verdict: 'same', complaintId };
        return { ...told, verdict: 'changed', complaintId, differences };
      });
      await this.#options.onRows([...this.#told, ...read]);
    }
    if (this.#options.dryRun) this.#count({ created: fresh.length });
    else await inFlight(fresh, TOGETHER, (row) => this.#file(row));
    this.#options.onProgress?.(this.report);
  }

  #read({ line, fields }: CsvRecord): (RowTransfer & { readonly line: number }) | null {
    this.#count({ read: 1 });
    if (fields === null) return this.#refuse(line, { field: null, code: 'broken_quotes' });
    const row = transferOfRow(this.#columns, fields, this.#house.now());
    if (!row.ok) return this.#refuse(line, row.fault);
    const { externalId } = row.value;
    const earlier = this.#lineOf.get(externalId);
    if (earlier !== undefined)
      return this.#refuse(line, { field: 'id', code: 'repeated_in_file', data: { line: earlier } });
    // A copy: a piece of a longer text keeps that whole text in memory.
    this.#lineOf.set(Buffer.from(externalId).toString(), line);
    return { ...row.value, line };
  }

  async #file({ externalId, matter, line }: RowTransfer & { readonly line: number }): Promise<void> {
    const reference = { source: this.#source, id: externalId };
    const beside = this.#options.besideRow?.(line) ?? [];
    const result = await submitComplaint(this.#house, this.#actor, matter, reference, () => beside);
    if (!result.ok) throw new Error(`a row that was checked is refused: ${JSON.stringify(result)}`);
    this.#count(result.value.isNew ? { created: 1 } : { known: 1 });
  }

  #refuse(line: number, fault: RowFault): null {
    this.#count({ refused: 1 });
    const error = rowError(line, this.#columns, fault);
    this.#options.onRefused?.(error);
    this.#told.push({ line, externalId: '', title: '', verdict: 'refused', error });
    return null;
  }

  #count(more: Partial<ImportReport>): void {
    const { read, created, known, refused } = this.report;
    this.report = {
      read: read + (more.read ?? 0),
      created: created + (more.created ?? 0),
      known: known + (more.known ?? 0),
      refused: refused + (more.refused ?? 0),
    };
  }
}

async function* inChunks(records: AsyncIterable<CsvRecord>): AsyncGenerator<readonly CsvRecord[]> {
  let chunk: CsvRecord[] = [];
  for await (const record of records) {
    chunk.push(record);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
