import type { CategoryChoice, DuePreview } from '@bihuan/api';
import { COMPLEXITIES, type Complexity } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { dayText } from '../dates.ts';
import { departmentName } from '../department-name.ts';
import { complexityTerm } from '../terms.ts';

/** The catalogue as a choice under the headings of its top categories; one without children is its own choice. */
export function categoryGroups(categories: readonly CategoryChoice[]) {
  return categories
    .filter(({ parent }) => parent === null)
    .map((top) => {
      const children = categories.filter(({ parent }) => parent === top.code);
      const options = (children.length === 0 ? [top] : children).map((one) => ({
        value: one.code,
        label: departmentName(one),
      }));
      return { label: departmentName(top), options };
    });
}

/** Complexities, each with the days it gives and the date that would be promised now. */
export function complexityOptions(dates: Readonly<Record<Complexity, DuePreview>>) {
  return COMPLEXITIES.map((value) => {
    const { workingDays, due } = dates[value];
    const term = complexityTerm[value]();
    return {
      value,
      label: m.admin_complexity_until({ term, days: String(workingDays), date: dayText(due.date) }),
    };
  });
}
