import {
  approveInspectionReport,
  assignItem,
  beginInspection,
  draftInspectionReport,
  editInspectionReport,
  formInspectionTeam,
  nameForTeams,
  openItemOfFinding,
  planInspection,
  readInspection,
  recordInspectionFinding,
  signItem,
  submitInspectionReport,
  withdrawInspectionFinding,
  type House,
} from '@bihuan/api';
import { localDateOf, type Role, type StaffActor } from '@bihuan/api/domain';
import { openChance } from './chance.ts';
import type { DepartmentCode } from './demo-departments.ts';
import type { OfficeHours } from './office-hours.ts';
import { taken } from './refused-step.ts';
import type { Zone } from './settle-zone.ts';

type Found = {
  readonly at: DepartmentCode;
  readonly halfDaysAgo: number;
  readonly place: string;
  readonly severity: 'minor' | 'serious' | 'grave';
  readonly text: string;
};

const AT_THE_WINDOWS: readonly Found[] = [
  {
    ...{ at: 'approval', halfDaysAgo: 18, place: '政务服务中心二楼企业开办专区', severity: 'serious' },
    text: '窗口公示的企业变更材料清单比网上办事指南多两项，现场三名办事人因此往返。',
  },
  {
    ...{ at: 'market', halfDaysAgo: 16, place: '市场监管所注册窗口', severity: 'minor' },
    text: '一次性告知书没有填写联系电话，办事人无法追问。',
  },
  {
    ...{ at: 'labour', halfDaysAgo: 14, place: '社保经办大厅三号至六号窗口', severity: 'grave' },
    text: '抽查的十二份补正通知中有七份分两次以上告知，且没有留存告知记录。',
  },
  {
    ...{ at: 'market', halfDaysAgo: 14, place: '市场监管所注册窗口', severity: 'minor' },
    text: '叫号屏停用，现场没有引导人员。',
  },
];

const ON_DEPOSITS: readonly Found[] = [
  {
    ...{ at: 'construction', halfDaysAgo: 3, place: '住建局建筑市场科', severity: 'serious' },
    text: '六笔到期的农民工工资保证金超过承诺时限仍未退还，台账上没有登记逾期原因。',
  },
  {
    ...{ at: 'finance', halfDaysAgo: 1, place: '财政金融局国库集中支付窗口', severity: 'minor' },
    text: '退付申请表仍使用旧版，企业需要重填一次。',
  },
];

const BESIDE = '由专项督查现场发现，涉及窗口制度执行，与在办的个案分开督办。';

/** One special inspection that is closed with its report, and one whose team is out now. */
export async function showInspections(house: House, zone: Zone, hours: OfficeHours): Promise<void> {
  const present = house.now();
  const chance = openChance('inspections');
  const ago = (halfDays: number): House => {
    const moment = hours.before(present, halfDays, chance);
    return { ...house, now: () => moment, newId: chance.uuid, randomBytes: chance.bytes };
  };
  const first = (role: Role, department?: DepartmentCode): StaffActor => {
    const [person] = zone.people(role, department);
    if (person === undefined) throw new Error(`the zone has no ${role}`);
    return person;
  };
  const triage = first('triage_admin');
  const inspectors = zone.people('inspector');
  for (const [index, { staffId }] of [...inspectors, first('assessor')].entries()) {
    const kind = index < 3 ? 'full_time' : 'part_time';
    const fromOn = localDateOf(ago(40).now());
    taken(await nameForTeams(ago(40), triage, { staffId, kind, fromOn }));
  }

  async function begin(
    plan: { readonly theme: string; readonly basis: string; readonly departments: readonly DepartmentCode[] },
    team: readonly StaffActor[],
    from: number,
    days: number,
  ): Promise<string> {
    const fromOn = localDateOf(ago(from).now());
    const { theme, basis } = plan;
    const departmentIds = plan.departments.map(zone.departmentId);
    const period = { fromOn, toOn: hours.dayAfter(fromOn, days) };
    const planned = { theme, basis, departmentIds, ...period };
    const { inspectionId } = taken(await planInspection(ago(from + 4), triage, planned));
    const memberIds = team.map(({ staffId }) => staffId);
    taken(await formInspectionTeam(ago(from + 3), triage, { inspectionId, memberIds }));
    taken(await beginInspection(ago(from), team[0] as StaffActor, { inspectionId }));
    return inspectionId;
  }

  async function record(inspectionId: string, team: readonly StaffActor[], found: Found): Promise<void> {
    const { at, halfDaysAgo, ...finding } = found;
    const inspectorIds = team.slice(0, 2).map(({ staffId }) => staffId);
    const there = ago(halfDaysAgo);
    const where = { departmentId: zone.departmentId(at), foundOn: localDateOf(there.now()) };
    taken(
      await recordInspectionFinding(there, team[0] as StaffActor, {
        ...{ inspectionId, inspectorIds, ...where, ...finding },
      }),
    );
  }

  const windowTeam = inspectors.slice(0, 2);
  const closed = await begin(
    {
      theme: '窗口一次性告知执行情况',
      basis: '管委会优化营商环境第七次专题会议纪要',
      departments: ['approval', 'market', 'labour'],
    },
    windowTeam,
    20,
    8,
  );
  for (const found of AT_THE_WINDOWS) await record(closed, windowTeam, found);
  const view = taken(await readInspection(ago(12), triage, { inspectionId: closed }));
  const [clear, , , broken] = view.findings;
  taken(
    await withdrawInspectionFinding(ago(12), windowTeam[0] as StaffActor, {
      ...{ inspectionId: closed, findingId: broken?.id, reason: '核对后属当日大楼停电，次日已恢复。' },
    }),
  );
  const { itemId } = taken(
    await openItemOfFinding(ago(6), triage, {
      ...{ inspectionId: closed, findingId: clear?.id, doubleReason: BESIDE },
      ...{ basis: `专项督查${view.number}（${view.theme}）`, problem: `${clear?.place}：${clear?.text}` },
    }),
  );
  const leadDepartmentId = zone.departmentId('approval');
  const dueOn = hours.dayAfter(localDateOf(present), 3);
  const text = '按办事指南更正窗口公示，逐项核对并公布更正时间。';
  taken(
    await assignItem(ago(5), triage, {
      ...{ itemId, leadDepartmentId, workingDays: 10, doubleReason: BESIDE },
      measures: [{ text, departmentId: leadDepartmentId, dueOn }],
    }),
  );
  taken(await signItem(ago(4), first('department_officer', 'approval'), { itemId }));
  const ref = { inspectionId: closed };
  taken(await draftInspectionReport(ago(4), windowTeam[0] as StaffActor, ref));
  const causes =
    '一是办事指南更新后没有同步到窗口公示；二是一次性告知没有留痕要求，补正由经办人口头掌握；三是部门对窗口抽查流于形式。';
  taken(await editInspectionReport(ago(3), triage, { ...ref, causes }));
  taken(await submitInspectionReport(ago(2), triage, ref));
  taken(await approveInspectionReport(ago(1), first('leader'), ref));

  const depositTeam = inspectors.slice(2, 4);
  const running = await begin(
    {
      theme: '涉企保证金退还情况',
      basis: '开督发〔2026〕14号',
      departments: ['construction', 'finance'],
    },
    depositTeam,
    4,
    9,
  );
  for (const found of ON_DEPOSITS) await record(running, depositTeam, found);
}
