import { SYSTEM, type Actor, type StaffActor } from '../../people/actor.ts';
import type { Post } from '../../supervision/escalate-item.ts';
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

/** Who works here: the head of the lead is stood in for, the leader is away and nobody acts for them. */
export const POSTS: readonly Post[] = [leadHead, leader, leadOfficer, cooperatingOfficer, triageAdmin].map(
  ({ staffId, departmentId, roles }) => ({
    ...{ staffId, departmentId, roles },
    actingId:
      staffId === leadHead.staffId ? leadOfficer.staffId : staffId === leader.staffId ? null : staffId,
  }),
);
