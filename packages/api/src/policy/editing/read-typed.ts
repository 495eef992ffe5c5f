import {
  fieldsOf,
  isInHundredths,
  rowsKept,
  type PlainField,
  type PolicyDescriptor,
  type RowsField,
} from '@bihuan/domain';
import type { InputCode } from '../../result.ts';

/** What a form says of a policy. `placeOf`: where a value stands in the form, as lines left empty are no rows. */
export type TypedPolicy = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, InputCode>>;
  readonly placeOf: (path: string) => string;
};

type Reading = { readonly value: unknown } | { readonly fault: InputCode };

const MOST_TEXT = 2000;

/** Reads the values of a policy as they are typed: points with their decimals, lists by commas, rows line by line. */
export function readTyped(
  descriptor: Pick<PolicyDescriptor, 'sections'>,
  raw: Readonly<Record<string, unknown>>,
): TypedPolicy {
  const values: Record<string, unknown> = {};
  const faults: Record<string, InputCode> = {};
  const places = new Map<string, readonly number[]>();
  for (const field of fieldsOf(descriptor)) {
    if (field.type === 'rows') {
      const { rows, at } = readRows(field, raw, faults);
      values[field.name] = rowsKept(field, rows);
      places.set(field.name, at);
      continue;
    }
    const reading = readField(field, typedAt(raw, field.name));
    if ('fault' in reading) faults[field.name] = reading.fault;
    else if (reading.value !== undefined) setAt(values, field.name, reading.value);
  }
  const placeOf = (path: string) => {
    const [name = '', index = '', ...rest] = path.split('.');
    const place = places.get(name)?.[Number(index)];
    return place === undefined ? path : [name, place, ...rest].join('.');
  };
  return { values, faults, placeOf };
}

function readRows(
  field: RowsField,
  raw: Readonly<Record<string, unknown>>,
  faults: Record<string, InputCode>,
): { readonly rows: readonly Record<string, unknown>[]; readonly at: readonly number[] } {
  const typed = raw[field.name];
  const lines: readonly unknown[] = Array.isArray(typed) ? typed.slice(0, field.mostRows + 5) : [];
  const rows: Record<string, unknown>[] = [];
  const at: number[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = typeof line === 'object' && line !== null ? (line as Record<string, unknown>) : {};
    const typedOf = ({ name }: PlainField) => raw[`${field.name}.${index}.${name}`] ?? typedAt(cells, name);
    if (cells['isRemoved'] === 'on' || field.columns.every((column) => isBlank(typedOf(column)))) continue;
    const row: Record<string, unknown> = {};
    for (const column of field.columns) {
      const reading = readField(column, typedOf(column));
      if ('fault' in reading) faults[`${field.name}.${index}.${column.name}`] = reading.fault;
      else if (reading.value !== undefined) setAt(row, column.name, reading.value);
    }
    // Kept by this value, so that a second one would take the place of the first.
    const { keptBy } = field;
    if (keptBy !== undefined && rows.some((other) => other[keptBy] === row[keptBy]))
      faults[`${field.name}.${index}.${keptBy}`] ??= 'row_twice';
    rows.push(row);
    at.push(index);
  }
  return { rows, at };
}

function readField(field: PlainField, typed: unknown): Reading {
  switch (field.type) {
    case 'switch':
      return { value: typed === 'on' || typed === true };
    case 'choices':
      return { value: field.options.filter((option) => listOf(typed).includes(option)) };
    case 'people': {
      const ids = listOf(typed).filter((id) => id !== '');
      return ids.length === 0 ? empty(field) : { value: [...new Set(ids)] };
    }
    case 'numbers': {
      const parts = textOf(typed)
        .split(/[\s,，、;；]+/u)
        .filter((part) => part !== '');
      if (parts.length === 0) return field.whenEmpty === undefined ? { fault: 'required' } : { value: [] };
      const numbers = parts.map((part) => numberOf(part, isInHundredths(field.unit)));
      return numbers.includes(null) ? { fault: 'not_a_number' } : { value: numbers };
    }
    case 'number': {
      const text = textOf(typed);
      if (text === '') return empty(field);
      const value = numberOf(text, isInHundredths(field.unit));
      return value === null ? { fault: 'not_a_number' } : { value };
    }
    default: {
      const text = textOf(typed);
      if (text === '') return empty(field);
      if (/[\u0000-\u001F\u007F]/u.test(text) || !text.isWellFormed()) return { fault: 'control_characters' };
      return text.length > MOST_TEXT ? { fault: 'too_long' } : { value: text };
    }
  }
}

function empty(field: PlainField): Reading {
  if (!('whenEmpty' in field) || field.whenEmpty === undefined) return { fault: 'required' };
  const { whenEmpty } = field;
  return { value: whenEmpty === 'null' ? null : whenEmpty === 'blank' ? '' : undefined };
}

/** Digits of any width, and the minus signs that an input method gives; points in hundredths. */
function numberOf(text: string, isPoints: boolean): number | null {
  const plain = text.normalize('NFKC').replace(/[\u2212\u2013]/u, '-');
  if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(plain)) return null;
  if (!isPoints) return Number(plain);
  const hundredths = Number(plain) * 100;
  const rounded = Math.round(hundredths);
  return Math.abs(hundredths - rounded) < 1e-6 ? rounded : null;
}

function textOf(typed: unknown): string {
  if (typeof typed === 'number') return String(typed);
  return typeof typed === 'string' ? typed.normalize('NFC').trim() : '';
}

function listOf(typed: unknown): readonly string[] {
  if (typeof typed === 'string') return [typed];
  return Array.isArray(typed) ? typed.filter((one): one is string => typeof one === 'string') : [];
}

function isBlank(typed: unknown): boolean {
  return listOf(typed).every((one) => one.trim() === '') && typeof typed !== 'number';
}

/** Forms nest by dots; lists that are ticked come under their whole name. */
function typedAt(raw: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(raw, path)) return raw[path];
  let at: unknown = raw;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function setAt(into: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at = into;
  for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
  at[last] = value;
}
