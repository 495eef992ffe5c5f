import { knownExternalIds } from '@bihuan/db';
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
import { transferOfRow, type RowTransfer } from './import/transfer-of-row.ts';
import { submitComplaint } from './submit-complaint.ts';

export { ENCODINGS, type Encoding } from './import/detect-encoding.ts';
export { IMPORT_FIELDS, type ImportColumns, type ImportField } from './import/import-columns.ts';
export type { RowError, RowErrorCode } from './import/row-error.ts';

export type ImportOptions = {
  /** Where the rows come from; together with a row's number it makes a row the same row when it comes again. */
  readonly source?: string;
  /** Detected when not given. */
  readonly encoding?: Encoding;
  /** Headers by field, where they are not recognised by themselves. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Says what would happen and writes nothing. */
  readonly dryRun?: boolean;
  readonly onColumns?: (columns: ImportColumns) => void;
  readonly onRefused?: (error: RowError) => void;
  readonly onProgress?: (so: ImportReport) => void;
};

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
  if (actor.kind !== 'system' && !hasRole(actor, 'triage_admin')) return refusal('not_authorised');
  try {
    return done(await importAll(house, actor, bytes, options));
  } catch (error) {
    if (error instanceof FileFault) return refusal(error.code, error.data);
    throw error;
  }
}

async function importAll(
  house: House,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const records = csvRecords(physicalLines(decodeText(bytes, options.encoding)));
  const first = await records.next();
  if (first.done === true) throw new FileFault('file_empty');
  const columns = importColumns(first.value.fields ?? [], options.columns);
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
    const rows = records.flatMap((record) => this.#read(record) ?? []);
    const ids = rows.map(({ externalId }) => externalId);
    const known = await knownExternalIds(this.#house.db, this.#source, ids);
    const fresh = rows.filter(({ externalId }) => !known.has(externalId));
    this.#count({ known: rows.length - fresh.length });
    if (this.#options.dryRun) this.#count({ created: fresh.length });
    else await inFlight(fresh, TOGETHER, (row) => this.#file(row));
    this.#options.onProgress?.(this.report);
  }

  #read({ line, fields }: CsvRecord): RowTransfer | null {
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
    return row.value;
  }

  async #file({ externalId, matter }: RowTransfer): Promise<void> {
    const result = await submitComplaint(this.#house, this.#actor, matter, {
      source: this.#source,
      id: externalId,
    });
    if (!result.ok) throw new Error(`a row that was checked is refused: ${JSON.stringify(result)}`);
    this.#count(result.value.isNew ? { created: 1 } : { known: 1 });
  }

  #refuse(line: number, fault: RowFault): null {
    this.#count({ refused: 1 });
    this.#options.onRefused?.(rowError(line, this.#columns, fault));
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
