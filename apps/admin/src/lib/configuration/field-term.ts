import type { Role } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { roleTerm } from '#lib/people/people-terms.ts';

const TERMS: Readonly<Record<string, () => string>> = {
  name: m.conf_name,
  nameEn: m.conf_name_en,
  parent: m.conf_parent,
  position: m.conf_position,
  activeFrom: m.conf_from,
  activeTo: m.conf_to,
  successor: m.conf_successor,
  source: m.conf_source,
  rest: m.conf_rest_days,
  working: m.conf_make_up_days,
  kind: m.conf_kind,
  category: m.conf_category,
  choices: m.conf_choices,
  isRequired: m.conf_required,
  isActive: m.conf_in_use,
  departmentId: m.admin_department,
  roles: m.admin_roles,
  password: m.admin_password,
  secondFactor: m.factor_title,
  sessions: m.session_count,
  secondFactorRule: m.factor_rule,
};

/** What a field of a change is called; its own name where it has no other. */
export function fieldTerm(field: string): string {
  const [kind, role = ''] = field.split(':');
  if (kind === 'term' && role in roleTerm) return m.people_term_of({ role: roleTerm[role as Role]() });
  return TERMS[field]?.() ?? field;
}
