import type { StoredImport } from '@bihuan/db';
import type { House } from '../../house.ts';
import type { CsvRecord } from '../import/csv-records.ts';

/** The header of a file and its first rows, so that a person sees what each column holds. */
export type ImportSample = {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const ROWS = 3;
const LONGEST = 60;

export async function sampleOf(records: AsyncIterable<CsvRecord>): Promise<ImportSample> {
  let headers: readonly string[] | null = null;
  const rows: string[][] = [];
  for await (const { fields } of records) {
    if (headers === null) headers = (fields ?? []).map((header) => header.trim());
    else if (fields !== null) rows.push(fields.map((field) => field.slice(0, LONGEST)));
    if (rows.length >= ROWS) break;
  }
  return { headers: headers ?? [], rows };
}

/** The context that binds a sealed sample to its import. */
export const sampleContext = (id: string): string => `import_sample:${id}`;

export function sealSample(house: House, id: string, sample: ImportSample): Buffer {
  return house.keyring.seal(JSON.stringify(sample), sampleContext(id));
}

/** Empty once the file is gone. */
export function openSample(house: House, { id, sample, keyId }: StoredImport): ImportSample {
  if (sample === null) return { headers: [], rows: [] };
  return JSON.parse(house.keyring.open(sample, sampleContext(id), keyId)) as ImportSample;
}
