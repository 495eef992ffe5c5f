import type { ApiKeyScope, Role } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const roleTerm: Terms<Role> = {
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

export const departmentKindTerm: Terms<'department' | 'office'> = {
  department: m.department_kind_department,
  office: m.department_kind_office,
};

export const apiKeyScopeTerm: Terms<ApiKeyScope> = {
  file: m.api_key_scope_file,
  read_own: m.api_key_scope_read_own,
  read_public: m.api_key_scope_read_public,
  enter_results: m.api_key_scope_enter_results,
};
