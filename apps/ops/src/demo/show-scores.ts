import { proposeAdjustment, readAdjustments, settleAdjustment, type House } from '@bihuan/api';
import { openChance } from './chance.ts';
import type { DEPARTMENTS } from './demo-departments.ts';
import { taken } from './refused-step.ts';
import type { Zone } from './settle-zone.ts';

const RECORD = '2026年第3次绩效考核联席会议纪要';

/** What bears on more or on less than others do, as the zone settled it after hearing the departments. */
const COEFFICIENTS: readonly (readonly [keyof typeof DEPARTMENTS, number, string])[] = [
  ['planning', 105, '承担片区开发和征迁任务，事项多、难度大'],
  ['approval', 102, '窗口业务量为全区最大'],
  ['finance', 98, '直接面向企业和群众的事项较少'],
];

/**
 * Coefficients that departments were heard about; and lines by hand: a bonus, a deduction, a hard problem solved and a late item
 * borne with, each signed by a second person, and one that waits for its signature.
 */
export async function showScores(house: House, zone: Zone): Promise<void> {
  const [first] = zone.people('appraisal_admin');
  const [leader] = zone.people('leader');
  if (first === undefined || leader === undefined) throw new Error('the zone has no office');
  const chance = openChance('scores');
  const at: House = { ...house, newId: chance.uuid, randomBytes: chance.bytes };
  const { period, departments } = taken(await readAdjustments(at, first, {}));
  const { prisma } = at.db;
  const idOf = async (code: keyof typeof DEPARTMENTS) =>
    (await prisma.department.findUniqueOrThrow({ where: { code } })).id;
  const heard: Record<string, { coefficient: number; reason: string; consultation: string }> = {};
  for (const [code, coefficient, reason] of COEFFICIENTS)
    heard[await idOf(code)] = { coefficient, reason, consultation: RECORD };
  await prisma.policy.create({
    data: {
      ...{ kind: 'coefficients', version: 'coefficients-2', status: 'published', source: RECORD },
      data: { version: 'coefficients-2', departments: heard },
      effectiveFrom: new Date(`${period.slice(0, 4)}-01-01`),
      createdAt: at.now(),
      ...{ draftedById: first.staffId, publishedById: leader.staffId },
    },
  });
  const propose = async (form: object) =>
    taken(await proposeAdjustment(at, first, { id: at.newId(), period, ...form }));
  const enter = async (form: object) => {
    const { id: adjustmentId } = await propose(form);
    taken(await settleAdjustment(at, leader, { adjustmentId, decision: 'sign' }));
  };
  await enter({
    ...{ kind: 'bonus', departmentId: await idOf('approval'), points: '2.00' },
    ...{ documentNumber: '园管发〔2026〕41号', basis: '“一业一证”改革经验在全省推广，管委会通报表扬。' },
    reason: '按《绩效考核办法》加分条款，省级推广加2分。',
  });
  await enter({
    ...{ kind: 'deduction', departmentId: await idOf('city'), points: '1.00' },
    ...{ documentNumber: '园督通〔2026〕12号', basis: '市容整治专项督查发现整改台账与现场不符。' },
    reason: '按通报要求扣减1分。',
  });
  const solved = await prisma.supervisionItem.findFirst({
    where: {
      ...{ status: 'struck_off', importance: { not: 'normal' } },
      leadDepartmentId: { in: departments.map(({ id }) => id) },
    },
    orderBy: [{ struckOffAt: 'desc' }, { number: 'asc' }],
  });
  if (solved !== null)
    await enter({
      ...{ kind: 'hard_problem', departmentId: solved.leadDepartmentId, itemNumber: solved.number },
      ...{
        documentNumber: '园考〔2026〕23号',
        basis: '历史遗留问题，跨部门协调后一次办成，反映人书面致谢。',
      },
      reason: '联席会议认定为破解难题。',
    });
  const late = await prisma.scoreEntry.findFirst({
    where: { period, rule: 'late' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const lateItem = late && (await prisma.supervisionItem.findUniqueOrThrow({ where: { id: late.streamId } }));
  if (late && lateItem)
    await enter({
      ...{ kind: 'error_tolerance', departmentId: late.departmentId, itemNumber: lateItem.number },
      ...{ points: '1.00', documentNumber: '园容〔2026〕3号' },
      basis: '首次试行并联办理，因上级系统切换延误，部门已主动报告并采取替代措施。',
      reason: '符合容错情形：先行先试、程序合规、未谋私利。',
    });
  await propose({
    ...{ kind: 'bonus', departmentId: await idOf('tax'), points: '1.50' },
    ...{ documentNumber: '园考〔2026〕25号', basis: '办税厅“免填单”做法获市级表彰。' },
    reason: '市级表彰加1.5分，提请领导签字。',
  });
}
