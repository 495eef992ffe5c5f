import type { PolicyNames } from '@bihuan/api';
import {
  isInHundredths,
  valueAt,
  type CardColour,
  type EscalationTier,
  type Importance,
  type PlainField,
  type PolicyUnit,
  type Role,
  type RowsField,
} from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { cardColourTerm } from '#lib/card/card-terms.ts';
import { categoryName } from '#lib/category-name.ts';
import { dayText } from '#lib/dates.ts';
import { departmentName } from '#lib/department-name.ts';
import { roleTerm } from '#lib/people/people-terms.ts';
import { escalationTierTerm } from '#lib/supervision/deadline-terms.ts';
import { importanceTerm } from '#lib/supervision/item-terms.ts';
import { keyOfField, policyWords } from './policy-words.ts';

/** A value as it is read: with its unit, its words, the names behind its ids. */
export function valueText(field: PlainField, value: unknown, names: PolicyNames): string {
  if (value === null || value === undefined)
    return field.type === 'number' || field.type === 'text'
      ? policyWords('not_set')
      : policyWords('value_everybody');
  switch (field.type) {
    case 'number':
      return quantityText(field.unit, Number(value));
    case 'numbers':
      return (
        (value as readonly number[]).map((one) => numberText(field.unit, one)).join(m.sample_listed()) +
        (field.unit === 'points' ? ` ${policyWords('unit_points')}` : ` ${policyWords(`unit_${field.unit}`)}`)
      );
    case 'switch':
      return value === true ? policyWords('yes') : policyWords('no');
    case 'choice':
      return termText(field.term, String(value));
    case 'choices':
      return listText((value as readonly string[]).map((one) => termText(field.term, one)));
    case 'people':
      return listText((value as readonly string[]).map((id) => personText(id, names)));
    case 'staff':
      return personText(String(value), names);
    case 'category': {
      const category = names.categories.find(({ code }) => code === value);
      return category === undefined ? String(value) : categoryName(category);
    }
    case 'department': {
      const department = names.departments.find(({ id }) => id === value);
      return department === undefined ? String(value) : departmentName(department);
    }
    case 'date':
      return dayText(String(value));
    case 'text':
      return value === '' ? policyWords('not_set') : String(value);
  }
}

/** A row in one line: what is set of it. */
export function rowText(kind: string, field: RowsField, row: unknown, names: PolicyNames): string {
  return field.columns
    .filter(({ name }) => valueAt(row, name) !== undefined && valueAt(row, name) !== null)
    .map((column) =>
      policyWords('value_pair', {
        label: policyWords(keyOfField(kind, `${field.name}.${column.name}`)),
        value: valueText(column, valueAt(row, column.name), names),
      }),
    )
    .join(policyWords('comma'));
}

/** A number as it is typed and shown: points with their decimals. */
export function numberText(unit: PolicyUnit, value: number): string {
  return String(isInHundredths(unit) ? value / 100 : value);
}

export function quantityText(unit: PolicyUnit, value: number): string {
  const hasOne = unit === 'working_days' || unit === 'calendar_days' || unit === 'times';
  if (value === 1 && hasOne) return policyWords(`value_${unit}_one`);
  return policyWords(`value_${unit}`, { n: numberText(unit, value).replace('-', '−') });
}

export function termText(term: string, value: string): string {
  switch (term) {
    case 'importance':
      return importanceTerm[value as Importance]();
    case 'colour':
      return cardColourTerm[value as CardColour]();
    case 'tier':
      return escalationTierTerm[value as EscalationTier]();
    case 'band':
      return policyWords(`band_${value}`);
    case 'role':
      return roleTerm[value as Role]();
    default:
      return value;
  }
}

function listText(words: readonly string[]): string {
  return words.length === 0 ? policyWords('none') : words.join(m.sample_listed());
}

function personText(id: string, { people }: PolicyNames): string {
  return people.find((one) => one.id === id)?.name ?? id;
}
