import { fieldsOf, isInHundredths, rowsIn, valueAt, type PlainField } from '@bihuan/domain';
import { editablePolicy, type EditableKind } from './editable-policies.ts';

/** A policy as its form would send it where nothing is changed. */
export function typedPolicy(kind: EditableKind, policy: unknown): Readonly<Record<string, unknown>> {
  const descriptor = editablePolicy(kind)?.descriptor;
  if (descriptor === undefined) throw new TypeError(kind);
  return Object.fromEntries(
    fieldsOf(descriptor).map((field) => {
      const value = valueAt(policy, field.name);
      if (field.type !== 'rows') return [field.name, typedValue(field, value)];
      const rows = rowsIn(field, value).map((row) =>
        Object.fromEntries(
          field.columns.map((column) => [column.name, typedValue(column, valueAt(row, column.name))]),
        ),
      );
      return [field.name, rows];
    }),
  );
}

function typedValue(field: PlainField, value: unknown): string | readonly string[] {
  if (value === null || value === undefined) return '';
  const number = (one: unknown) =>
    String('unit' in field && isInHundredths(field.unit) ? Number(one) / 100 : one);
  if (field.type === 'number') return number(value);
  if (field.type === 'numbers') return (value as readonly number[]).map(number).join(' ');
  if (field.type === 'switch') return value === true ? 'on' : '';
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value : '';
}
