import {
  askRuleChange,
  beginPolicy,
  readPolicy,
  readRecurrences,
  recordRootCause,
  runPolicyTryOut,
  savePolicy,
  submitPolicy,
  tryOutPolicy,
  typedPolicy,
  type House,
} from '@bihuan/api';
import { addDays, localDateOf, type Role, type StaffActor } from '@bihuan/api/domain';
import { taken } from './refused-step.ts';

/** One draft that was tried out and waits for its second signature, and a recurring matter that asks for another rule. */
export async function settlePolicies(house: House): Promise<void> {
  const admin = await oneWith(house, 'appraisal_admin');
  const kind = 'scoring';
  taken(await beginPolicy(house, admin, { kind }));
  const { draft } = taken(await readPolicy(house, admin, { kind }));
  // An item that is late costs a point more, and half a point more for each further step.
  const form = { ...typedPolicy(kind, draft?.policy), late: '-3', furtherLate: '-1.5' };
  const { revision } = taken(await savePolicy(house, admin, { ...form, kind, revision: 0 }));
  const { tryOutId } = taken(await tryOutPolicy(house, admin, { kind, periods: 2 }));
  await runPolicyTryOut(house, { policyTryOutId: tryOutId });
  const effectiveFrom = firstOfNextMonth(localDateOf(house.now()));
  taken(
    await submitPolicy(house, admin, {
      ...{ kind, revision, effectiveFrom, source: '园区管委会党工委会议纪要〔2026〕41 号' },
      reason: '三季度超期事项比二季度多，现行扣分偏轻，部门宁可超期也不申请延期。提高超期扣分，其余不变。',
    }),
  );
  await askForAnotherRule(house);
}

async function askForAnotherRule(house: House): Promise<void> {
  const triage = await oneWith(house, 'triage_admin');
  const open = taken(await readRecurrences(house, triage)).find(({ status }) => status === null);
  if (open === undefined) return;
  const { category, departmentId, causeClass } = open;
  const matter = { category, departmentId, causeClass };
  taken(
    await recordRootCause(house, triage, {
      ...matter,
      rootCause: '同类事项的办理时限定得太宽，窗口习惯临到期才转后台，材料问题发现得晚，群众只好再跑一趟。',
    }),
  );
  const { departmentId: ownerDepartmentId } = await oneWith(house, 'appraisal_admin');
  taken(
    await askRuleChange(house, triage, {
      ...{ ...matter, ownerDepartmentId, dueOn: addDays(localDateOf(house.now()), 30) },
      text: '给这一类事项单独规定较短的办理时限，并把签收时限缩短为半个工作日。',
    }),
  );
}

async function oneWith(house: House, role: Role): Promise<StaffActor> {
  const { id, departmentId, roles } = await house.db.prisma.staff.findFirstOrThrow({
    where: { roles: { has: role } },
    orderBy: { login: 'asc' },
  });
  return { kind: 'staff', staffId: id, departmentId, roles: roles as Role[] };
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
