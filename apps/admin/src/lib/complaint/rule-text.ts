import type { DeadlineRule } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '../department-name.ts';
import { importanceTerm } from '../supervision/item-terms.ts';

const TERMS: Readonly<Record<DeadlineRule['term'], (days: string) => string>> = {
  simple: (days) => m.rule_term_simple({ days }),
  ordinary: (days) => m.rule_term_ordinary({ days }),
  complex: (days) => m.rule_term_complex({ days }),
  signFor: (days) => m.rule_term_sign_for({ days }),
  returnWithin: (days) => m.rule_term_return_within({ days }),
  verification: (days) => m.rule_term_verification({ days }),
  heartbeatCalendarDays: (days) => m.rule_term_heartbeat({ days }),
};

/** By which rule a term is what it is, in a sentence. */
export function ruleText({ version, term, days, category, importance }: DeadlineRule): string {
  const said = TERMS[term](String(days));
  const grounds = [
    ...(category === null ? [] : [m.rule_of_category({ name: departmentName(category) })]),
    ...(importance === null ? [] : [m.rule_of_importance({ name: importanceTerm[importance]() })]),
  ].join(m.admin_list_comma());
  return grounds === '' ? m.rule_general({ version, said }) : m.rule_exception({ version, grounds, said });
}
