import type { Instant } from '@bihuan/domain';
import { parseInput } from '../../parse-input.ts';
import { transferSchema, type Transfer } from '../matter-schema.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';
import { parseMoment } from './parse-moment.ts';
import { faultOfFields, type RowFault } from './row-error.ts';

/** A row as `submitComplaint` takes it, with the number it has where it came from. */
export type RowTransfer = {
  readonly externalId: string;
  readonly matter: Readonly<Record<string, unknown>>;
  /** The same as it will be kept. */
  readonly transfer: Transfer;
};

export type ReadRow =
  | { readonly ok: true; readonly value: RowTransfer }
  | { readonly ok: false; readonly fault: RowFault };

const LONGEST_ID = 100;

/** Reads one row and checks it as the filing will. */
export function transferOfRow(columns: ImportColumns, fields: readonly string[], now: Instant): ReadRow {
  if (fields.length !== columns.headers.length)
    return no(null, 'wrong_column_count', { found: fields.length, wanted: columns.headers.length });
  const text = (field: ImportField): string => {
    const index = columns.at.get(field);
    return index === undefined ? '' : (fields[index] ?? '').trim();
  };
  const externalId = text('id');
  if (externalId === '') return no('id', 'required');
  if (externalId.length > LONGEST_ID) return no('id', 'too_long');
  const moment = text('submitted_at');
  const reportedAt = moment === '' ? null : parseMoment(moment);
  if (moment !== '' && reportedAt === null) return no('submitted_at', 'not_a_date');
  if (reportedAt !== null && reportedAt > now) return no('submitted_at', 'in_the_future');
  const [name, phone, email, enterpriseName] = [
    text('name'),
    text('phone'),
    text('email'),
    text('enterprise_name'),
  ];
  const matter = {
    channel: 'transfer_12345',
    complainantKind: enterpriseName === '' ? 'citizen' : 'enterprise',
    openness: name !== '' && (phone !== '' || email !== '') ? 'confidential' : 'anonymous',
    ...{ title: text('title'), body: text('body'), place: text('place'), wish: text('wish') },
    ...{ name, phone, email, enterpriseName, creditCode: text('credit_code') },
    reportedAt,
    reportedCategory: text('category'),
  };
  const parsed = parseInput(transferSchema, matter);
  if (parsed.ok) return { ok: true, value: { externalId, matter, transfer: parsed.value } };
  return {
    ok: false,
    fault: parsed.kind === 'bad_input' ? faultOfFields(parsed.fields) : { field: null, code: 'malformed' },
  };
}

function no(field: RowFault['field'], code: RowFault['code'], data?: RowFault['data']): ReadRow {
  return { ok: false, fault: data ? { field, code, data } : { field, code } };
}
