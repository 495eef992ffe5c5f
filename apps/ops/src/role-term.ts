import type { Role } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type In = { readonly locale: 'zh-CN' | 'en' };

const TERMS: Readonly<Record<Role, (inputs: Record<never, never>, options: In) => string>> = {
  clerk: m.role_clerk,
  triage_admin: m.role_triage_admin,
  department_officer: m.role_department_officer,
  department_head: m.role_department_head,
  inspector: m.role_inspector,
  assessor: m.role_assessor,
  appraisal_admin: m.role_appraisal_admin,
  leader: m.role_leader,
  custodian: m.role_custodian,
  auditor: m.role_auditor,
  system_admin: m.role_system_admin,
};

/** A role in both languages, because its word decides what to try. */
export function roleTerm(role: Role): string {
  return `${TERMS[role]({}, { locale: 'zh-CN' })} ${TERMS[role]({}, { locale: 'en' })}`;
}
