import type { Role, StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';

export type Cast = Awaited<ReturnType<typeof castPeople>>;

/** Two departments that may be complained about, the offices that run the loop, and one person for each part. */
export async function castPeople(house: House) {
  const department = async (code: string, name: string, kind: 'department' | 'office') => {
    const id = house.newId();
    const activeFrom = new Date('2026-01-01');
    await house.db.prisma.department.create({ data: { id, code, name, nameEn: code, kind, activeFrom } });
    return id;
  };
  const approvals = await department('D01', '行政审批局', 'department');
  const construction = await department('D02', '建设局', 'department');
  const stranger = await department('D03', '城管局', 'department');
  const window = await department('O01', '“办不成事”反映窗口', 'office');
  const supervision = await department('O02', '督查室', 'office');
  const secondSupervision = await department('O03', '督查二科', 'office');
  const appraisal = await department('O04', '考核办', 'office');
  const leaders = await department('O05', '园区领导', 'office');
  const person = async (login: string, departmentId: string, ...roles: Role[]): Promise<StaffActor> => {
    const staffId = house.newId();
    const createdAt = house.now();
    const data = { id: staffId, login, name: login, passwordHash: '', departmentId, roles, createdAt };
    await house.db.prisma.staff.create({ data });
    return { kind: 'staff', staffId, departmentId, roles };
  };
  return {
    approvals,
    construction,
    stranger,
    triage: await person('triage', supervision, 'triage_admin'),
    secondTriage: await person('triage-2', supervision, 'triage_admin'),
    officer: await person('officer', approvals, 'department_officer'),
    head: await person('head', approvals, 'department_head'),
    cooperatingOfficer: await person('officer-2', construction, 'department_officer'),
    strangerOfficer: await person('officer-3', stranger, 'department_officer'),
    inspector: await person('inspector', supervision, 'inspector'),
    thirdInspector: await person('inspector-3', secondSupervision, 'inspector'),
    fourthInspector: await person('inspector-5', secondSupervision, 'inspector'),
    concernedInspector: await person('inspector-4', approvals, 'inspector'),
    assessor: await person('assessor', appraisal, 'assessor'),
    appraisalAdmin: await person('appraisal', appraisal, 'appraisal_admin'),
    clerk: await person('clerk', window, 'clerk'),
    leader: await person('leader', leaders, 'leader'),
    auditor: await person('auditor', leaders, 'auditor'),
  };
}
