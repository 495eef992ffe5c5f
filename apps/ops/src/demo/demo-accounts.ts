import type { Role } from '@bihuan/api/domain';
import { DEPARTMENTS, OFFICES } from './demo-departments.ts';
import { DEMO_PASSWORD, DEMO_STAFF } from './demo-staff.ts';

export type DemoAccount = {
  readonly login: string;
  readonly password: string;
  readonly role: Role;
  readonly name: string;
  readonly department: string;
};

/** What to try first: one of each role, and where a second person is needed, a second one. */
const SHOWN = [
  'clerk',
  'triage',
  'officer',
  'head',
  'property-officer',
  'planning-head',
  'inspector',
  'inspector-2',
  'assessor',
  'appraisal',
  'leader',
  'custodian',
  'auditor',
  'admin',
];

/** The accounts to sign in with once the demonstration is loaded. */
export function demoAccounts(): readonly DemoAccount[] {
  const units = { ...DEPARTMENTS, ...OFFICES };
  return SHOWN.flatMap((login) =>
    DEMO_STAFF.filter((person) => person.login === login).map(({ name, role, unit }) => ({
      login,
      password: DEMO_PASSWORD,
      role,
      name,
      department: units[unit as keyof typeof units].name,
    })),
  );
}
