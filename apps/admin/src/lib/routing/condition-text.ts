import type { CategoryChoice } from '@bihuan/api';
import type { RoutingCondition } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '../department-name.ts';
import { causeClassTerm } from '../complaint/complaint-terms.ts';

/** When a rule holds, as one reads it. */
export function conditionText(when: RoutingCondition, categories: readonly CategoryChoice[]): string {
  const listed = (words: readonly string[]) => words.join(m.triage_list_comma());
  const names = when.categories.map((code) => {
    const found = categories.find((one) => one.code === code);
    return found ? departmentName(found) : code;
  });
  const parts = [
    ...(names.length > 0 ? [m.triage_because_category({ name: listed(names) })] : []),
    ...(when.words.length > 0 ? [m.routing_any_word({ words: listed(when.words) })] : []),
    ...(when.places.length > 0 ? [m.triage_because_place({ place: listed(when.places) })] : []),
    ...(when.causeClasses.length > 0
      ? [m.triage_because_cause({ cause: listed(when.causeClasses.map((one) => causeClassTerm[one]())) })]
      : []),
  ];
  return parts.length === 0 ? m.routing_always() : parts.join(m.triage_semicolon());
}
