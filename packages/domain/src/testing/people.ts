import type { ComplainantActor, Role, StaffActor } from '../people/actor.ts';

/** A member of staff with one role; ids say who it is. */
export function aStaffMember(
  role: Role,
  departmentId: string,
  staffId = `${role}-of-${departmentId}`,
): StaffActor {
  return { kind: 'staff', staffId, departmentId, roles: [role] };
}

export const LEAD = 'lead-department';
export const COOPERATING = 'cooperating-department';
export const STRANGER = 'department-not-concerned';

export const clerk = aStaffMember('clerk', 'service-hall');
export const triageAdmin = aStaffMember('triage_admin', 'supervision-office');
export const secondTriageAdmin = aStaffMember('triage_admin', 'supervision-office', 'second-triage-admin');
export const inspector = aStaffMember('inspector', 'inspection-unit');
export const secondInspector = aStaffMember('inspector', 'inspection-unit', 'second-inspector');
export const thirdInspector = aStaffMember('inspector', 'inspection-unit', 'third-inspector');
export const assessor = aStaffMember('assessor', 'appraisal-unit');
export const custodian = aStaffMember('custodian', 'custody');
export const leader = aStaffMember('leader', 'leadership');
export const leadOfficer = aStaffMember('department_officer', LEAD);
export const leadHead = aStaffMember('department_head', LEAD);
export const cooperatingOfficer = aStaffMember('department_officer', COOPERATING);
export const cooperatingHead = aStaffMember('department_head', COOPERATING);
export const strangeOfficer = aStaffMember('department_officer', STRANGER);
export const strangeHead = aStaffMember('department_head', STRANGER);

/** The complainant of `aComplaint()`. */
export const complainant: ComplainantActor = { kind: 'complainant', complaintId: 'complaint-1' };
