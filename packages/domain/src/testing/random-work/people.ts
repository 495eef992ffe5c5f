import { SYSTEM, type Actor, type StaffActor } from '../../people/actor.ts';
import {
  assessor,
  aStaffMember,
  clerk,
  cooperatingHead,
  cooperatingOfficer,
  inspector,
  LEAD,
  leader,
  leadHead,
  leadOfficer,
  secondInspector,
  secondTriageAdmin,
  strangeHead,
  strangeOfficer,
  thirdInspector,
  triageAdmin,
} from '../people.ts';

/** One person in every office that dual verification must keep apart, all under one roof. */
export const jack: StaffActor = {
  kind: 'staff',
  staffId: 'jack',
  departmentId: 'appraisal-unit',
  roles: ['clerk', 'inspector', 'assessor', 'triage_admin'],
};

/** The officer who reports and asks for strike-off, after a transfer into the verifying offices. */
export const transferred: StaffActor = {
  ...leadOfficer,
  departmentId: 'audit-office',
  roles: ['clerk', 'inspector', 'assessor'],
};

export const inspectors: readonly StaffActor[] = [
  inspector,
  secondInspector,
  thirdInspector,
  aStaffMember('inspector', 'second-inspection-unit'),
  aStaffMember('inspector', LEAD),
  jack,
  transferred,
];

export const secondFinders: readonly StaffActor[] = [
  clerk,
  assessor,
  aStaffMember('clerk', LEAD),
  aStaffMember('assessor', 'inspection-unit'),
  jack,
  transferred,
];

export const complainants: readonly Actor[] = [
  { kind: 'complainant', complaintId: 'complaint-1' },
  { kind: 'complainant', complaintId: 'complaint-2' },
];

export const everybody: readonly Actor[] = [
  ...inspectors,
  ...secondFinders,
  ...complainants,
  SYSTEM,
  triageAdmin,
  secondTriageAdmin,
  leader,
  leadOfficer,
  leadHead,
  cooperatingOfficer,
  cooperatingHead,
  strangeOfficer,
  strangeHead,
  aStaffMember('appraisal_admin', 'appraisal-unit'),
  aStaffMember('custodian', 'supervision-office'),
  aStaffMember('auditor', 'audit-office'),
  aStaffMember('system_admin', 'it-office'),
];
