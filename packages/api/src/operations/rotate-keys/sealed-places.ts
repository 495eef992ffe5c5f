import {
  contactChangeContext,
  contactContext,
  draftContext,
  indexKeyContext,
  messageContext,
  nameContext,
  receiptKeyContext,
  staffChoiceContext,
  type SealedRow,
  type SealedTable,
} from '@bihuan/db';
import { copyKey, originalKey, redactedKey } from '../../attachment/file-keys.ts';
import { importKey } from '../../complaint/import-file/import-records.ts';
import { sampleContext } from '../../complaint/import-file/import-sample.ts';
import { rowContext } from '../../complaint/import-file/row-texts.ts';
import { exportContext, exportKey } from '../../export/run-export.ts';
import { secondFactorContext } from '../../people/second-factor/second-factor.ts';
import { secretContext } from '../../webhook/deliver-webhooks.ts';

export type SealedFile = { readonly key: string; readonly context: string };

/** A table whose rows are sealed, with the context of each column and the stored files that are under the key of the row. */
export type SealedPlace = SealedTable & {
  readonly contexts: ReadonlyMap<string, (row: SealedRow) => string>;
  /** Null where no files belong to its rows. */
  readonly files: ((row: SealedRow) => readonly SealedFile[]) | null;
};

type Contexts = Readonly<Record<string, (row: SealedRow) => string>>;
type More = { readonly also?: readonly string[]; readonly files?: SealedPlace['files'] };

function place(
  name: string,
  key: readonly string[],
  contexts: Contexts,
  { also = [], files = null }: More = {},
): SealedPlace {
  const columns = Object.keys(contexts);
  return { name, key, columns, also, contexts: new Map(Object.entries(contexts)), files };
}

const text = (row: SealedRow, column: string): string => String(row[column] ?? '');
const stored = (key: string): SealedFile => ({ key, context: `file:${key}` });

const CONTACT_COLUMNS = ['name', 'phone', 'email', 'representative_name', 'representative_phone'] as const;

/** Every place where something sealed names its key. A table with a `key_id` that is not here fails `rotate-keys.test.ts`. */
export const SEALED_PLACES: readonly SealedPlace[] = [
  place('index_key_set', ['id'], { sealed: (row) => indexKeyContext(text(row, 'id')) }),
  place('second_factor', ['staff_id'], {
    sealed_secret: (row) => secondFactorContext(text(row, 'staff_id')),
  }),
  place('webhook', ['id'], { secret: (row) => secretContext(text(row, 'id')) }),
  place('receipt_key', ['id'], { sealed: (row) => receiptKeyContext(text(row, 'id')) }),
  place('staff_notice_choice', ['staff_id'], {
    email: (row) => staffChoiceContext('email', text(row, 'staff_id')),
    phone: (row) => staffChoiceContext('phone', text(row, 'staff_id')),
  }),
  place(
    'contact',
    ['complaint_id'],
    Object.fromEntries(
      CONTACT_COLUMNS.map((column) => [
        column,
        (row: SealedRow) => contactContext(column, text(row, 'complaint_id')),
      ]),
    ),
  ),
  place('contact_change', ['id'], { value: (row) => contactChangeContext(text(row, 'id')) }),
  place('filing_draft', ['id'], { sealed: (row) => draftContext(text(row, 'id')) }),
  place(
    'message',
    ['id'],
    {
      recipient: (row) => messageContext('recipient', text(row, 'occasion')),
      body: (row) => messageContext('body', text(row, 'occasion')),
    },
    { also: ['occasion'] },
  ),
  place(
    'complaint_import',
    ['id'],
    { sample: (row) => sampleContext(text(row, 'id')) },
    { files: (row) => (row['sample'] === null ? [] : [stored(importKey(text(row, 'id')))]) },
  ),
  place('complaint_import_row', ['import_id', 'line'], {
    texts: (row) => rowContext(text(row, 'import_id'), Number(row['line'])),
  }),
  place(
    'attachment_draft',
    ['id'],
    { name: (row) => nameContext(text(row, 'id')) },
    {
      files: (row) => [stored(originalKey(text(row, 'id'))), stored(copyKey(text(row, 'id')))],
    },
  ),
  place(
    'attachment',
    ['id'],
    { name: (row) => nameContext(text(row, 'id')) },
    {
      also: ['redacted_sha256'],
      files: (row) => {
        const [id, redacted] = [text(row, 'id'), text(row, 'redacted_sha256')];
        const covered = redacted === '' ? [] : [stored(redactedKey(id, redacted))];
        return [stored(originalKey(id)), stored(copyKey(id)), ...covered];
      },
    },
  ),
  place(
    'export_job',
    ['id'],
    {},
    {
      also: ['status', 'parts'],
      files: (row) =>
        row['status'] === 'done'
          ? Array.from({ length: Number(row['parts']) }, (_, part) => ({
              key: exportKey(text(row, 'id'), part),
              context: exportContext(text(row, 'id'), part),
            }))
          : [],
    },
  ),
];
