import {
  closeObjections,
  correctLine,
  freezeSheet,
  objectToSheet,
  openPeriodSheet,
  proposeRestatement,
  publishSheet,
  readPeriodSheet,
  ruleOnObjection,
  signRestatement,
  type House,
} from '@bihuan/api';
import { addDays, instantAt, localDateOf, type Instant, type LocalDate } from '@bihuan/api/domain';
import { openChance } from './chance.ts';
import { taken } from './refused-step.ts';
import type { Zone } from './settle-zone.ts';

const GROUNDS = [
  '记分所依据的当日督办系统升级停机，本部门的办理材料未能提交，有停机公告和办理台账为证，申请复核。',
  '问题根源在省级系统联调尚未完成，责任不在本部门，已附联调通知，请予复核。',
];

/**
 * The quarter before the last published, frozen and restated once; the last one provisional, with an objection that was upheld and
 * one that waits.
 */
export async function showSheets(house: House, zone: Zone): Promise<void> {
  const present = house.now();
  const chance = openChance('sheets');
  const at = (moment: Instant): House => ({ ...house, now: () => moment, newId: chance.uuid });
  const [admin] = zone.people('appraisal_admin');
  const [leader] = zone.people('leader');
  if (admin === undefined || leader === undefined) throw new Error('the zone has no appraisal');
  const [last, before] = quartersBefore(localDateOf(present));

  const on = (days: number, time = '10:00') => at(instantAt(addDays(before.end, days), time));
  const period = before.id;
  taken(await openPeriodSheet(on(2), admin, { period }));
  await object(on(3, '14:30'), zone, period, 0, GROUNDS[1]);
  const [first] = taken(await readPeriodSheet(on(8), admin, { period })).objections;
  if (first !== undefined)
    taken(
      await ruleOnObjection(on(8), admin, {
        ...{ period, objectionId: first.id, ruling: 'dismiss' },
        reason: '联调通知所列事项与该督办事项无关，办理台账显示期间无实质推进，记分维持不变。',
      }),
    );
  taken(await closeObjections(on(12), admin, { period }));
  taken(await publishSheet(on(13), admin, { period }));
  taken(await freezeSheet(on(14), admin, { period }));
  const [line] = await costlyLines(house, zone, period, 2);
  if (line !== undefined) {
    const reason = '同一事实重复记分，经审计员核对后冲回一条。';
    taken(await correctLine(on(40), admin, { period, lineId: line.id, reason }));
    taken(await proposeRestatement(on(40, '15:00'), admin, { period, reason }));
    taken(await signRestatement(on(41), leader, { period }));
  }

  const dayAfter = instantAt(addDays(last.end, 1), '09:00');
  const dayBefore = instantAt(addDays(localDateOf(present), -1), '09:00');
  const opened = [dayAfter, dayBefore].toSorted().at(-1) ?? dayAfter;
  // On the very first days of a quarter there is nothing to show of the last one yet.
  if (opened >= present) return;
  const now = at(opened);
  taken(await openPeriodSheet(now, admin, { period: last.id }));
  await object(now, zone, last.id, 0, GROUNDS[0]);
  await object(now, zone, last.id, 1, GROUNDS[1]);
  const [made] = taken(await readPeriodSheet(now, admin, { period: last.id })).objections;
  if (made === undefined) return;
  taken(
    await ruleOnObjection(now, admin, {
      ...{ period: last.id, objectionId: made.id, ruling: 'uphold' },
      reason: '停机公告和办理台账属实，材料未计入系统原因所致，异议成立。',
    }),
  );
}

/** The head of the `nth` department that lost points objects to a line of it. */
async function object(house: House, zone: Zone, period: string, nth: number, grounds = ''): Promise<void> {
  const line = (await costlyLines(house, zone, period, nth))[0];
  if (line === undefined) return;
  const head = zone.people('department_head').find(({ departmentId }) => departmentId === line.departmentId);
  if (head === undefined) throw new Error('a department has no head');
  const { departmentId } = line;
  taken(await objectToSheet(house, head, { period, departmentId, about: line.id, grounds }));
}

/** Lines that cost points and follow from an item, of the `nth` department that has any; the first department is left to the visitor. */
async function costlyLines(house: House, zone: Zone, period: string, nth: number) {
  const rows = await house.db.prisma.scoreEntry.findMany({
    where: {
      ...{ period, account: 'supervision', centipoints: { lt: 0 } },
      rule: { in: ['late', 'further_late', 'rework', 'weak_report'] },
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, departmentId: true },
  });
  const codes = zone.departments.filter((code) => code !== 'approval');
  const having = codes
    .map((code) => rows.filter(({ departmentId }) => departmentId === zone.departmentId(code)))
    .filter((lines) => lines.length > 0);
  return having[nth % Math.max(1, having.length)] ?? [];
}

type Quarter = { readonly id: string; readonly end: LocalDate };

/** The last quarter that is over, and the one before it. */
function quartersBefore(today: LocalDate): readonly [Quarter, Quarter] {
  const ordinal = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const quarter = (nth: number): Quarter => {
    const next = nth + 1;
    const firstOfNext = `${Math.floor(next / 4)}-${String((next % 4) * 3 + 1).padStart(2, '0')}-01`;
    return { id: `${Math.floor(nth / 4)}-Q${(nth % 4) + 1}`, end: addDays(firstOfNext, -1) };
  };
  return [quarter(ordinal - 1), quarter(ordinal - 2)];
}
