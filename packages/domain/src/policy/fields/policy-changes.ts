import {
  fieldsOf,
  rowsIn,
  valueAt,
  type PlainField,
  type PolicyDescriptor,
  type RowsField,
} from './policy-field.ts';
import { keyOf } from './validate-policy.ts';

/** A value that differs between two versions, or a row that came, went or differs. */
export type PolicyChange =
  | { readonly field: PlainField; readonly before: unknown; readonly after: unknown }
  | { readonly field: RowsField; readonly before: unknown; readonly after: unknown };

/** What differs between two versions of a policy, in the order in which the editor shows it. */
export function policyChanges(
  descriptor: Pick<PolicyDescriptor, 'sections'>,
  before: unknown,
  after: unknown,
): readonly PolicyChange[] {
  return fieldsOf(descriptor).flatMap((field): readonly PolicyChange[] => {
    const [was, is] = [valueAt(before, field.name), valueAt(after, field.name)];
    if (field.type === 'rows') return rowChanges(field, rowsIn(field, was), rowsIn(field, is));
    return isSame(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

function rowChanges(
  field: RowsField,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly PolicyChange[] {
  const were = new Map(before.map((row) => [keyOf(field, row), row]));
  const are = new Map(after.map((row) => [keyOf(field, row), row]));
  const keys = [...new Set([...were.keys(), ...are.keys()])];
  const changes = keys.flatMap((key) => {
    const [was, is] = [were.get(key) ?? null, are.get(key) ?? null];
    const isEqual = field.columns.every(({ name }) => isSame(valueAt(was, name), valueAt(is, name)));
    return was !== null && is !== null && isEqual ? [] : [{ field, before: was, after: is }];
  });
  return changes;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
