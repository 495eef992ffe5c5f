import {
  countFiledRows,
  countImportRows,
  readActedOn,
  readImportRows,
  readNames,
  type ActedOn,
  type ImportRow,
  type ImportVerdict,
  type StoredImport,
} from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, MOST_COUNT, parseInput, typedNumber } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import type { RowError } from '../import/row-error.ts';
import { openSample, type ImportSample } from './import-sample.ts';
import { importFor } from './import-scope.ts';
import { openRowTexts, type RowTexts } from './row-texts.ts';

const PAGE = 50;
const MOST_ACTED_ON = 20;

const schema = z.object({
  importId: z.uuid('malformed'),
  verdict: z.preprocess(
    (text) => (text === '' || text === null ? undefined : text),
    choice(['new', 'same', 'changed', 'refused']).optional(),
  ),
  /** The line after which the rows begin. */
  after: typedNumber(0, MOST_COUNT).default(0),
});

export type ImportLine = Pick<ImportRow, 'line' | 'externalId' | 'complaint'> &
  RowTexts & { readonly error: RowError | null; readonly isUndone: boolean };

/** A file with what it holds and what became of it. */
export type ImportPage = Omit<
  StoredImport,
  'sample' | 'keyId' | 'broughtById' | 'departmentId' | 'askedById'
> & {
  readonly sample: ImportSample;
  readonly isFileKept: boolean;
  readonly broughtBy: string;
  readonly counts: Readonly<Record<ImportVerdict, number>>;
  /** Rows of this kind are shown. */
  readonly verdict: ImportVerdict;
  readonly lines: readonly ImportLine[];
  /** The line after which the next rows begin; null on the last page. */
  readonly next: number | null;
  /** Complaints this file made that were not taken back. */
  readonly standing: number;
  readonly undone: number;
  /** Complaints it made that somebody has acted on, the first of them; they stand against an undo. */
  readonly actedOn: readonly ActedOn[];
};

export async function readImport(house: House, actor: Actor, raw: unknown): Promise<Result<ImportPage>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return refusal('not_found');
  const found = await importFor(house, actor, parsed.value.importId);
  if (found === null) return refusal('not_found');
  const { sample, keyId: _key, broughtById, departmentId: _department, askedById: _asked, ...shown } = found;
  const [counts, { filed, undone }, actedOn, names] = await Promise.all([
    countImportRows(house.db, found.id),
    countFiledRows(house.db, found.id),
    readActedOn(house.db, found.id, MOST_ACTED_ON),
    readNames(house.db, [], [broughtById]),
  ]);
  const verdict = parsed.value.verdict ?? firstToLookAt(counts);
  const rows = await readImportRows(house.db, found.id, verdict, parsed.value.after, PAGE + 1);
  const page = rows.slice(0, PAGE);
  return done({
    ...shown,
    sample: openSample(house, found),
    isFileKept: sample !== null,
    broughtBy: names.people.get(broughtById)?.name ?? '',
    ...{ counts, verdict, actedOn, undone },
    lines: page.map(({ line, externalId, complaint, fault, texts, keyId, undoneAt }) => ({
      ...{ line, externalId, complaint, ...openRowTexts(house, found.id, { line, texts, keyId }) },
      error: fault as RowError | null,
      isUndone: undoneAt !== null,
    })),
    next: rows.length > PAGE ? (page.at(-1)?.line ?? null) : null,
    standing: filed - undone,
  });
}

/** What asks for a look comes first. */
function firstToLookAt(counts: Readonly<Record<ImportVerdict, number>>): ImportVerdict {
  return (['refused', 'changed', 'new', 'same'] as const).find((one) => counts[one] > 0) ?? 'new';
}
