import type { AgeClass } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

export const ageClassTerm: Readonly<Record<AgeClass, () => string>> = {
  up_to_3: m.views_backlog_age_up_to_3,
  up_to_7: m.views_backlog_age_up_to_7,
  up_to_15: m.views_backlog_age_up_to_15,
  up_to_30: m.views_backlog_age_up_to_30,
  over_30: m.views_backlog_age_over_30,
};

/** Who has a case, where it is no department of its own. */
export function holderText(holder: string): string {
  if (holder === 'office') return m.views_backlog_holder_office();
  if (holder === 'complainant') return m.views_backlog_holder_complainant();
  return m.views_backlog_holder_department();
}
