import type { BadFields, InputCode } from '../../result.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';

export type RowErrorCode =
  | InputCode
  | 'in_the_future'
  | 'wrong_column_count'
  | 'broken_quotes'
  | 'repeated_in_file';

/** Why one row was refused. */
export type RowError = {
  /** The physical line the row begins on, from 1. */
  readonly line: number;
  /** The header of the column at fault as the file has it; empty where the row as a whole is. */
  readonly header: string;
  readonly code: RowErrorCode;
  readonly data?: Readonly<Record<string, string | number>>;
};

export type RowFault = {
  readonly field: ImportField | null;
  readonly code: RowErrorCode;
  readonly data?: RowError['data'];
};

export function rowError(line: number, columns: ImportColumns, { field, code, data }: RowFault): RowError {
  const index = field === null ? undefined : columns.at.get(field);
  const header = index === undefined ? (field ?? '') : (columns.headers[index] ?? '');
  return data ? { line, header, code, data } : { line, header, code };
}

const FIELD_OF: Readonly<Record<string, ImportField>> = {
  enterpriseName: 'enterprise_name',
  creditCode: 'credit_code',
  reportedAt: 'submitted_at',
  reportedCategory: 'category',
  title: 'title',
  body: 'body',
  name: 'name',
  phone: 'phone',
  email: 'email',
  place: 'place',
  wish: 'wish',
};

/** The first of the fields that the schema sent back. */
export function faultOfFields(fields: BadFields): RowFault {
  const [path = '', code = 'malformed'] = Object.entries(fields)[0] ?? [];
  return { field: FIELD_OF[path] ?? null, code };
}
