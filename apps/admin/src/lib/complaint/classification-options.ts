import type { CategoryChoice, DuePreview } from '@bihuan/api';
import { COMPLEXITIES, type Complexity } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { dayText } from '../dates.ts';
import { departmentName } from '../department-name.ts';
import { complexityTerm } from './complaint-terms.ts';

/** The catalogue as a choice under the headings of its top categories; one without children is its own choice. */
export function categoryGroups(categories: readonly CategoryChoice[]) {
  return categories
    .filter(({ parent }) => parent === null)
    .map((top) => {
      const options = leavesBelow(categories, top, '');
      return {
        label: departmentName(top),
        options: options.length === 0 ? [{ value: top.code, label: departmentName(top) }] : options,
      };
    });
}

/** The categories without others below them, under however many headings, each with the way to it. */
function leavesBelow(
  categories: readonly CategoryChoice[],
  above: CategoryChoice,
  way: string,
): readonly { readonly value: string; readonly label: string }[] {
  return categories
    .filter(({ parent }) => parent === above.code)
    .flatMap((one) => {
      const label = `${way}${departmentName(one)}`;
      const below = leavesBelow(categories, one, `${label} › `);
      return below.length === 0 ? [{ value: one.code, label }] : below;
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
