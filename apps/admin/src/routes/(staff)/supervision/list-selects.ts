import type { ListChoices } from '@bihuan/api';
import { IMPORTANCES, ITEM_STATUSES, SOURCES } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { categoryName } from '#lib/category-name.ts';
import { departmentName } from '#lib/department-name.ts';
import { importanceTerm, itemStatusTerm, sourceTerm } from '#lib/supervision/item-terms.ts';
import type { AskedFilter } from './list-filters.ts';

type Select = {
  readonly name: keyof AskedFilter;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** The selects of the list that are always in sight. */
export function firstSelects(asked: AskedFilter, { departments }: ListChoices): readonly Select[] {
  return [
    select(asked, 'status', m.supervision_column_status(), [
      { value: '', label: m.supervision_filter_open() },
      { value: 'any', label: m.supervision_filter_any_status() },
      { value: 'disposed', label: m.list_disposed() },
      ...ITEM_STATUSES.map((value) => ({ value, label: itemStatusTerm[value]() })),
    ]),
    select(asked, 'leadDepartmentId', m.duty_lead(), [all(), ...departments.map(ofDepartment)]),
    select(asked, 'source', m.supervision_fact_source(), [
      all(),
      ...SOURCES.map((value) => ({ value, label: sourceTerm[value]() })),
    ]),
    select(asked, 'importance', m.supervision_fact_importance(), [
      all(),
      ...IMPORTANCES.map((value) => ({ value, label: importanceTerm[value]() })),
    ]),
    select(asked, 'overdue', m.supervision_column_deadline(), [
      all(),
      { value: 'true', label: m.supervision_filter_overdue() },
    ]),
    select(asked, 'near', m.near_filter(), [all(), { value: 'true', label: m.near_filter_only() }]),
  ];
}

/** The selects that are folded away until they are wanted. */
export function moreSelects(asked: AskedFilter, choices: ListChoices): readonly Select[] {
  const { departments, categories, inspectors } = choices;
  const inspector = select(asked, 'inspectorId', m.list_inspector(), [
    all(),
    ...inspectors.map(({ id, name }) => ({ value: id, label: name })),
  ]);
  return [
    select(asked, 'cooperatingDepartmentId', m.duty_cooperating(), [all(), ...departments.map(ofDepartment)]),
    select(asked, 'category', m.list_category(), [
      all(),
      ...categories.map((one) => ({
        value: one.code,
        label: one.parent === null ? categoryName(one) : `\u3000${categoryName(one)}`,
      })),
    ]),
    select(asked, 'card', m.list_cards(), [
      all(),
      { value: 'any', label: m.list_card_any() },
      { value: 'yellow', label: m.list_card_yellow() },
      { value: 'red', label: m.list_card_red() },
    ]),
    select(asked, 'waiting', m.list_waiting(), [
      all(),
      { value: 'suspended', label: m.list_waiting_suspended() },
      { value: 'complainant', label: m.list_waiting_complainant() },
      { value: 'extension', label: m.list_waiting_extension() },
      { value: 'dispute', label: m.list_waiting_dispute() },
    ]),
    ...(inspectors.length > 0 ? [inspector] : []),
  ];
}

function all() {
  return { value: '', label: m.supervision_filter_all() };
}

function ofDepartment(one: ListChoices['departments'][number]) {
  return { value: one.id, label: departmentName(one) };
}

function select(
  asked: AskedFilter,
  name: keyof AskedFilter,
  label: string,
  options: Select['options'],
): Select {
  return { name, label, value: asked[name], options };
}
