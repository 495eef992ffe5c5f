import {
  assignItem,
  closeJury,
  confirmResults,
  draftIndicator,
  editIndicator,
  enterResult,
  giveJuryScore,
  openItemOfIndicator,
  publishIndicators,
  readIndicator,
  sendBackResult,
  signItem,
  type House,
} from '@bihuan/api';
import {
  addDays,
  instantAt,
  localDateOf,
  monthAfter,
  type LocalDate,
  type StaffActor,
} from '@bihuan/api/domain';
import { openChance } from './chance.ts';
import type { OfficeHours } from './office-hours.ts';
import { taken } from './refused-step.ts';
import type { Zone } from './settle-zone.ts';
import { ZONE_INDICATORS, type ZoneIndicator } from './texts/zone-indicators.ts';

/** One whose red light was taken to supervision. */
const TAKEN_UP = '雨污分流改造完成率';
/** One whose figure was sent back and corrected. */
const CORRECTED = '固定资产投资增速';
/** One whose target is about to change. */
const CHANGING = '老旧供水管网改造长度';
/** Figures of the last month that still wait for their second signer. */
const UNCONFIRMED = ['政务服务一网通办率', '高层次人才引进', '惠企资金直达兑付率'];
/** The figures of a month are there on this day of the next, or on this day of the month that runs. */
const REPORTED_ON = 6;
const REPORTED_EARLY_FROM = 20;

/** The indicators of the year with their results up to now: some green, some red, one of them taken to supervision. */
export async function showIndicators(
  house: House,
  zone: Zone,
  hours: OfficeHours,
  first: LocalDate,
): Promise<void> {
  const present = house.now();
  const today = localDateOf(present);
  const year = today.slice(0, 4);
  const begun = first > `${year}-01-05` ? first : `${year}-01-05`;
  const chance = openChance('indicators');
  const at = (date: LocalDate, halfDays = 0): House => {
    const wanted = hours.after(instantAt(date, '09:00'), halfDays, chance);
    const moment = wanted < present ? wanted : present;
    return { ...house, now: () => moment, newId: chance.uuid, randomBytes: chance.bytes };
  };
  const one = (people: readonly StaffActor[]): StaffActor => {
    const [person] = people;
    if (person === undefined) throw new Error('the zone has nobody for its indicators');
    return person;
  };
  const admin = one(zone.people('appraisal_admin'));
  const leader = one(zone.people('leader'));
  const triage = one(zone.people('triage_admin'));
  const jurors = [...zone.people('inspector').slice(0, 4), one(zone.people('assessor'))];

  const definitionOf = ({ owners, values: _, taskOf, ...rest }: ZoneIndicator) => ({
    ...{ year, rhythm: 'month', base: '', stretch: '', ...rest },
    direction: rest.isLessBetter ? 'down' : 'up',
    ...(taskOf === undefined ? { origin: 'own' } : { origin: 'task_from_above', basis: taskOf }),
    owners: owners.map(([code, weight]) => ({
      departmentId: zone.departmentId(code),
      weight: String(weight),
    })),
    steps: rest.method === 'steps' ? rest.steps.map(([from, points]) => ({ from, points })) : [],
    ...(rest.method === 'deduction' ? { deductPer: rest.per, deductEach: rest.each } : {}),
    jurorIds: rest.method === 'jury' ? jurors.map(({ staffId }) => staffId) : [],
  });

  const ids = new Map<string, string>();
  for (const indicator of ZONE_INDICATORS)
    ids.set(
      indicator.name,
      taken(await draftIndicator(at(begun), admin, definitionOf(indicator))).indicatorId,
    );
  taken(await publishIndicators(at(begun, 2), admin, { year }));

  const months = Array.from(
    { length: 12 },
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
  ).filter(
    (month) =>
      month < today.slice(0, 7) ||
      (month === today.slice(0, 7) && Number(today.slice(8)) >= REPORTED_EARLY_FROM),
  );
  for (const month of months) {
    const next = `${monthAfter(month)}-01`;
    const reported = addDays(next, REPORTED_ON - 1);
    const day = next > today ? addDays(today, -4) : reported > begun ? reported : addDays(begun, 4);
    const isLast = month === months.at(-1);
    for (const indicator of ZONE_INDICATORS) await report(indicator, month, day, isLast);
  }
  await takeUp(months.at(-1));
  await change();

  async function report(
    indicator: ZoneIndicator,
    month: string,
    day: LocalDate,
    isLast: boolean,
  ): Promise<void> {
    const typed = indicator.values[Number(month.slice(5)) - 1] ?? '';
    if (typed === '') return;
    const ref = { indicatorId: ids.get(indicator.name), month };
    const evidence = `${indicator.dataSource}（${month.slice(0, 4)}年${Number(month.slice(5))}月）`;
    if (indicator.method === 'jury') {
      for (const [index, points] of typed.split(',').entries())
        taken(await giveJuryScore(at(day), jurors[index] as StaffActor, { ...ref, points, remark: '' }));
      taken(await closeJury(at(day, 2), admin, { ...ref, evidence: '季度评审会会议纪要' }));
    } else if (indicator.name === CORRECTED && isLast) {
      taken(await enterResult(at(day), admin, { ...ref, value: '12.9', evidence }));
      await sendBack(ref, day);
      taken(
        await enterResult(at(day, 4), admin, { ...ref, value: typed, evidence: `${evidence}，口径已核对` }),
      );
    } else taken(await enterResult(at(day), admin, { ...ref, value: typed, evidence }));
    if (isLast && UNCONFIRMED.includes(indicator.name)) return;
    const results = (await waitingIn(ref.indicatorId)).map((id) => `${ref.indicatorId ?? ''}:${id}`);
    taken(await confirmResults(at(day, 6), leader, { results }));
  }

  async function sendBack(ref: { indicatorId: string | undefined; month: string }, day: LocalDate) {
    const [resultId] = await waitingIn(ref.indicatorId);
    const reason = '增速与上月相差过大，请核对是否误用了累计口径。';
    taken(await sendBackResult(at(day, 2), leader, { indicatorId: ref.indicatorId, resultId, reason }));
  }

  async function waitingIn(indicatorId: string | undefined): Promise<readonly string[]> {
    const { results } = taken(await readIndicator(house, leader, { indicatorId }));
    return results.filter(({ state }) => state === 'entered').map(({ id }) => id);
  }

  async function takeUp(month: string | undefined): Promise<void> {
    if (month === undefined) return;
    const indicatorId = ids.get(TAKEN_UP);
    const view = taken(await readIndicator(house, triage, { indicatorId }));
    const red = view.months.find((row) => row.counted?.light === 'red');
    if (red === undefined) return;
    const departmentId = zone.departmentId('utility');
    const doubleReason = '由指标红灯发现，督办全年任务进度，与在办的个案分开。';
    const problem = `“${TAKEN_UP}”${Number(red.month.slice(5))}月完成${red.counted?.value}%，应达到${red.counted?.due}%，进度滞后，请查明原因、抓紧推进。`;
    const { itemId } = taken(
      await openItemOfIndicator(at(today, 0), triage, {
        ...{ indicatorId, month: red.month, departmentId, doubleReason, importance: 'normal' },
        ...{ basis: `${Number(red.month.slice(5))}月指标进度红灯（${view.number}）`, problem },
      }),
    );
    const dueOn = hours.dayAfter(today, 12);
    const text = '倒排剩余路段工期，每周报送完成长度。';
    taken(
      await assignItem(at(today, 0), triage, {
        ...{ itemId, leadDepartmentId: departmentId, workingDays: 15, doubleReason },
        measures: [{ text, departmentId, dueOn }],
      }),
    );
    taken(await signItem(at(today, 0), one(zone.people('department_officer', 'utility')), { itemId }));
  }

  async function change(): Promise<void> {
    const changing = ZONE_INDICATORS.find(({ name }) => name === CHANGING);
    if (changing === undefined) return;
    taken(
      await editIndicator(at(today, 0), admin, {
        ...{ indicatorId: ids.get(CHANGING), ...definitionOf(changing), target: '22' },
        reason: '市水务集团统筹调减年度改造计划2公里。',
      }),
    );
  }
}
