import {
  beginRoutingDraft,
  publishRouting,
  runTryOut,
  saveRoutingRule,
  tryOutRouting,
  type House,
} from '@bihuan/api';
import { localDateOf, type Role, type StaffActor } from '@bihuan/api/domain';
import { DEPARTMENTS, type DepartmentCode } from './demo-departments.ts';
import { MATTERS } from './matters/index.ts';
import { taken } from './refused-step.ts';

/** Publishes a routing catalogue of one rule for each department: the categories its matters come under. */
export async function settleRouting(house: House): Promise<void> {
  const triage = await triageAdmin(house);
  const departments = await house.db.prisma.department.findMany({ select: { id: true, code: true } });
  const named = new Set<string>();
  let { revision } = taken(await beginRoutingDraft(house, triage));
  for (const [code, matters] of Object.entries(MATTERS)) {
    const categories = [...new Set(matters.map(({ category }) => category))].filter((one) => !named.has(one));
    for (const category of categories) named.add(category);
    const leadDepartmentId = departments.find((one) => one.code === code)?.id;
    const { name } = DEPARTMENTS[code as DepartmentCode];
    if (categories.length === 0) continue;
    const rule = { revision, name: `${name}主管事项`, categories, leadDepartmentId };
    ({ revision } = taken(await saveRoutingRule(house, triage, rule)));
  }
  const { tryOutId } = taken(await tryOutRouting(house, triage));
  await runTryOut(house, { tryOutId });
  const published = { revision, effectiveFrom: localDateOf(house.now()), source: '园区管委会“三定”方案' };
  taken(await publishRouting(house, triage, published));
}

async function triageAdmin(house: House): Promise<StaffActor> {
  const { prisma } = house.db;
  const { id, departmentId, roles } = await prisma.staff.findFirstOrThrow({
    where: { roles: { has: 'triage_admin' } },
    orderBy: { login: 'asc' },
  });
  return { kind: 'staff', staffId: id, departmentId, roles: roles as Role[] };
}
