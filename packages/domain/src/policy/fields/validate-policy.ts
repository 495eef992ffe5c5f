import { isLocalDate } from '../../calendar/index.ts';
import {
  fieldsOf,
  rowsIn,
  valueAt,
  type PlainField,
  type PolicyDescriptor,
  type PolicyFault,
  type PolicyFaultCode,
  type RowsField,
} from './policy-field.ts';

/** All that stands against a policy: first each value by itself, then, where those are in order, what stands between them. */
export function validatePolicy<Policy>(
  descriptor: PolicyDescriptor<Policy>,
  policy: Policy,
): readonly PolicyFault[] {
  const faults = fieldsOf(descriptor).flatMap((field) =>
    field.type === 'rows'
      ? faultsOfRows(field, valueAt(policy, field.name))
      : faultOf(field, field.name, valueAt(policy, field.name)),
  );
  return faults.length > 0 ? faults : descriptor.faultsBetween(policy);
}

function faultsOfRows(field: RowsField, value: unknown): readonly PolicyFault[] {
  const rows = rowsIn(field, value);
  if (rows.length < field.leastRows) return [{ field: field.name, code: 'required' }];
  if (rows.length > field.mostRows) return [{ field: field.name, code: 'out_of_range' }];
  const keys = rows.map((row) => keyOf(field, row));
  return rows.flatMap((row, index) => {
    const faults = field.columns.flatMap((column) =>
      faultOf(column, `${field.name}.${index}.${column.name}`, valueAt(row, column.name)),
    );
    const isTwice = keys.indexOf(keys[index] ?? '') < index;
    const first = field.key[0] ?? '';
    return isTwice
      ? [...faults, { field: `${field.name}.${index}.${first}`, code: 'row_twice' as const }]
      : faults;
  });
}

/** What tells a row from the others of its list. */
export function keyOf({ key }: RowsField, row: unknown): string {
  return JSON.stringify(key.map((name) => valueAt(row, name) ?? null));
}

function faultOf(field: PlainField, path: string, value: unknown): readonly PolicyFault[] {
  const code = codeOf(field, value);
  return code === null ? [] : [{ field: path, code }];
}

function codeOf(field: PlainField, value: unknown): PolicyFaultCode | null {
  if (value === undefined || value === null) {
    if (field.type === 'switch' || field.type === 'choices') return 'required';
    return 'whenEmpty' in field && field.whenEmpty !== undefined ? null : 'required';
  }
  switch (field.type) {
    case 'number':
      return numberCode(field, value);
    case 'numbers': {
      if (!Array.isArray(value)) return 'required';
      if (value.length === 0) return field.whenEmpty === undefined ? 'required' : null;
      if (value.length > field.mostEntries) return 'out_of_range';
      return value.map((one) => numberCode(field, one)).find((code) => code !== null) ?? null;
    }
    case 'choice':
      return field.options.includes(String(value)) ? null : 'not_a_choice';
    case 'choices':
      return Array.isArray(value) && value.every((one) => field.options.includes(String(one)))
        ? null
        : 'not_a_choice';
    case 'text': {
      const { length } = [...String(value)];
      if (length === 0 && field.whenEmpty === undefined) return 'required';
      return length <= field.most ? null : 'too_long';
    }
    case 'date':
      return isLocalDate(String(value)) ? null : 'not_a_date';
    case 'switch':
    case 'category':
    case 'department':
    case 'staff':
    case 'people':
      return null;
  }
}

function numberCode(
  { least, most, step }: { readonly least: number; readonly most: number; readonly step: number },
  value: unknown,
): PolicyFaultCode | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'out_of_range';
  if (value < least) return least === 0 ? 'negative' : 'out_of_range';
  if (value > most) return most === 0 ? 'positive' : 'out_of_range';
  return Number.isInteger(value / step) ? null : 'out_of_range';
}
