import type { Role } from '@bihuan/api/domain';
import type { OfficeCode } from './demo-departments.ts';
import { departmentOf, zoneCodes, type ZoneCode } from './more-departments.ts';

export type DemoPerson = {
  readonly login: string;
  readonly name: string;
  readonly unit: ZoneCode | OfficeCode;
  readonly role: Role;
};

/** One password for all; it meets the product's own rule. */
export const DEMO_PASSWORD = 'bihuan-demo-2026';

const ORDINALS = ['甲', '乙', '丙', '丁'];

/** Several people of one office with one role: `clerk`, `clerk-2`, … */
function several(count: number, login: string, title: string, unit: OfficeCode, role: Role): DemoPerson[] {
  return ORDINALS.slice(0, count).map((ordinal, index) => ({
    login: index === 0 ? login : `${login}-${index + 1}`,
    name: `${title}${ordinal}`,
    unit,
    role,
  }));
}

/** Two officers and the head of a department; those of the first department have the short logins. */
function ofDepartment(code: ZoneCode): DemoPerson[] {
  const { name } = departmentOf(code);
  const prefix = code === 'approval' ? '' : `${code}-`;
  const unit = code;
  return [
    { login: `${prefix}officer`, name: `${name}经办甲`, unit, role: 'department_officer' },
    { login: `${prefix}officer-2`, name: `${name}经办乙`, unit, role: 'department_officer' },
    { login: `${prefix}head`, name: `${name}负责人`, unit, role: 'department_head' },
  ];
}

const OFFICE_STAFF: readonly DemoPerson[] = [
  ...several(1, 'admin', '系统管理员', 'information', 'system_admin'),
  ...several(3, 'clerk', '窗口', 'window', 'clerk'),
  ...several(3, 'triage', '督办专员', 'supervision', 'triage_admin'),
  ...several(4, 'inspector', '督查员', 'inspection', 'inspector'),
  ...several(2, 'assessor', '考核员', 'appraisal', 'assessor'),
  ...several(1, 'appraisal', '绩效管理员', 'appraisal', 'appraisal_admin'),
  ...several(2, 'leader', '分管领导', 'leaders', 'leader'),
  ...several(1, 'custodian', '信息保管员', 'general', 'custodian'),
  ...several(1, 'auditor', '审计员', 'audit', 'auditor'),
];

/** Everybody who works in a demonstration with these departments. Nobody is real. */
export function staffOf(departments: readonly ZoneCode[]): readonly DemoPerson[] {
  return [...OFFICE_STAFF, ...departments.flatMap(ofDepartment)];
}

/** Everybody who works in the small demonstration. */
export const DEMO_STAFF = staffOf(zoneCodes(false));
