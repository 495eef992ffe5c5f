import type { ListedPrecedent } from '@bihuan/api';
import type { ReturnCause } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '#lib/department-name.ts';
import { rulingTerm } from './ruling-terms.ts';

/** Why a department sends an item back. */
export const returnCauseTerm: Readonly<Record<ReturnCause, () => string>> = {
  not_our_duty: m.intake_return_cause_not_our_duty,
  other_lead: m.intake_return_cause_other_lead,
  beyond_jurisdiction: m.intake_return_cause_beyond_jurisdiction,
  facts_unclear: m.intake_return_cause_facts_unclear,
  handled_already: m.intake_return_cause_handled_already,
  other: m.intake_return_cause_other,
};

/** An earlier ruling in one line. */
export function precedentText({ number, ruling, department, text }: ListedPrecedent): string {
  return m.intake_precedent_option({
    ...{ number, text, ruling: rulingTerm[ruling]() },
    department: department === null ? '' : departmentName(department),
  });
}
