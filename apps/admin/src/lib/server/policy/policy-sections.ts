import type { PolicyNames } from '@bihuan/api';
import { rowsIn, valueAt, type PlainField, type PolicyDescriptor, type RowsField } from '@bihuan/api/domain';
import { categoryName } from '#lib/category-name.ts';
import { departmentName } from '#lib/department-name.ts';
import type { FieldInput, PolicySectionView, RowsInput } from '#lib/policy/policy-view.ts';
import { keyOfField, policyWords } from './policy-words.ts';
import { numberText, rowText, termText, valueText } from './value-text.ts';

type Descriptor = Pick<PolicyDescriptor, 'kind' | 'sections'>;

/** A policy as its page shows and edits it, with all its words. */
export function policySections(
  { kind, sections }: Descriptor,
  policy: unknown,
  names: PolicyNames,
): readonly PolicySectionView[] {
  return sections.map(({ name, fields }) => ({
    name,
    title: policyWords(`${kind}_section_${name}`),
    facts: fields.flatMap((field) => {
      const label = policyWords(keyOfField(kind, field.name));
      const value = valueAt(policy, field.name);
      if (field.type !== 'rows') return [{ label, text: valueText(field, value, names) }];
      const rows = rowsIn(field, value).map((row) => rowText(kind, field, row, names));
      return [{ label, text: rows.length === 0 ? policyWords('none') : rows.join('\n') }];
    }),
    fields: fields.map((field) =>
      field.type === 'rows'
        ? rowsInput(kind, field, valueAt(policy, field.name), names)
        : fieldInput(kind, field.name, field, valueAt(policy, field.name), names),
    ),
  }));
}

function rowsInput(kind: string, field: RowsField, value: unknown, names: PolicyNames): RowsInput {
  const cellsOf = (row: unknown) =>
    field.columns.map((column) =>
      fieldInput(kind, `${field.name}.${column.name}`, column, valueAt(row, column.name), names),
    );
  return {
    type: 'rows',
    name: field.name,
    label: policyWords(keyOfField(kind, field.name)),
    about: policyWords(`${keyOfField(kind, field.name)}_about`),
    mostRows: field.mostRows,
    rows: rowsIn(field, value).map(cellsOf),
    blank: cellsOf({}),
  };
}

function fieldInput(
  kind: string,
  path: string,
  field: PlainField,
  value: unknown,
  names: PolicyNames,
): FieldInput {
  const about = policyWords(`${keyOfField(kind, path)}_about`);
  const limits = limitsText(field);
  return {
    ...{ name: field.name, label: policyWords(keyOfField(kind, path)) },
    hint: limits === '' ? about : `${about} ${limits}`,
    type: inputType(field),
    isOptional: 'whenEmpty' in field && field.whenEmpty !== undefined,
    value: typedText(field, value),
    values: Array.isArray(value) ? value.map(String) : [],
    options: optionsOf(field, names),
  };
}

function inputType({ type }: PlainField): FieldInput['type'] {
  switch (type) {
    case 'number':
    case 'numbers':
    case 'text':
      return 'text';
    case 'category':
    case 'department':
    case 'staff':
    case 'choice':
      return 'select';
    case 'people':
    case 'choices':
      return 'several';
    case 'date':
    case 'switch':
      return type;
  }
}

/** The value as a person would type it. */
function typedText(field: PlainField, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field.type === 'number') return numberText(field.unit, Number(value));
  if (field.type === 'numbers')
    return (value as readonly number[]).map((one) => numberText(field.unit, one)).join('、');
  if (field.type === 'switch') return value === true ? 'on' : '';
  return Array.isArray(value) ? '' : String(value);
}

function limitsText(field: PlainField): string {
  if (field.type !== 'number' && field.type !== 'numbers') return '';
  const limits = {
    least: numberText(field.unit, field.least),
    most: numberText(field.unit, field.most),
    unit: policyWords(`unit_${field.unit}`),
  };
  if (field.type === 'numbers') return policyWords('limits_list', limits);
  return policyWords(field.step === 0.5 ? 'limits_half' : 'limits', limits);
}

function optionsOf(field: PlainField, names: PolicyNames): FieldInput['options'] {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.options.map((value) => ({ value, label: termText(field.term, value) }));
    case 'category':
      return names.categories.map((category) => ({
        value: category.code,
        label: `${category.parent === null ? '' : '　'}${categoryName(category)}`,
      }));
    case 'department':
      return names.departments.map((one) => ({ value: one.id, label: departmentName(one) }));
    case 'staff':
    case 'people':
      return names.people.map(({ id, name }) => ({ value: id, label: name }));
    default:
      return [];
  }
}
