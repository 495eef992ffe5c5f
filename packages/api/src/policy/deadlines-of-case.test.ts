import { publishPolicy, replayRows, verifyChains } from '@bihuan/db';
import { DEFAULT_DEADLINES, type DeadlinePolicy } from '@bihuan/domain';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptComplaint } from '../complaint/accept-complaint.ts';
import { readComplaint } from '../complaint/read-complaint.ts';
import { readTriageAids } from '../complaint/read-triage-aids.ts';
import { reclassifyComplaint } from '../complaint/reclassify-complaint.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { assignItem } from '../supervision/assign-item.ts';
import { countersignItem } from '../supervision/countersign-item.ts';
import { openItem } from '../supervision/open-item.ts';
import { readItem } from '../supervision/read-item.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { forgetRules } from './rules-in-force.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  await house?.drop();
  house = await openTestHouse();
  cast = await castPeople(house);
  await house.db.prisma.category.createMany({
    data: [
      { code: 'homes', parent: null, name: '住房', nameEn: 'Homes', position: 900 },
      { code: 'homes.deeds', parent: 'homes', name: '不动产登记', nameEn: 'Deeds', position: 901 },
      { code: 'roads', parent: null, name: '道路', nameEn: 'Roads', position: 902 },
    ],
  });
});
afterAll(() => house.drop());

const EXCEPTIONS: DeadlinePolicy['exceptions'] = [
  { category: 'homes', terms: { ordinary: 8 } },
  { importance: 'listed', terms: { signFor: 0.5 } },
];

async function publish(version: string, exceptions: DeadlinePolicy['exceptions']) {
  const policy = { ...DEFAULT_DEADLINES, version, exceptions };
  await publishPolicy(house.db, 'deadlines', policy, '2026-10-01', '园区时限规定', house.now());
  forgetRules(house);
}

async function filed(): Promise<string> {
  const matter = {
    ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential' },
    ...{
      title: '入住九年办不了证',
      body: '材料交了四次，每次要求补的都不一样。',
      name: '反映人甲',
      phone: '13800138000',
    },
  };
  return taken(await submitComplaint(house, { kind: 'complainant', complaintId: '' }, matter)).complaintId;
}

async function accepted(category: string): Promise<string> {
  const complaintId = await filed();
  taken(await acceptComplaint(house, cast.triage, { complaintId, category, complexity: 'ordinary' }));
  return complaintId;
}

/** The date of the handling, and by which rule. */
async function handling(complaintId: string) {
  const { clock, rule } = taken(await readComplaint(house, cast.triage, { complaintId }));
  return [clock?.due?.date, clock?.workingDays, rule?.version, rule?.days, rule?.category?.name ?? null];
}

describe('the deadlines of a case', () => {
  it('are those of its category or one above it, and say so', async () => {
    await publish('deadlines-2', EXCEPTIONS);
    // Monday 12 October: eight working days come to Thursday the 22nd, five to Monday the 19th.
    expect(await handling(await accepted('homes.deeds'))).toEqual([
      '2026-10-22',
      8,
      'deadlines-2',
      8,
      '住房',
    ]);
    expect(await handling(await accepted('roads'))).toEqual(['2026-10-19', 5, 'deadlines-2', 5, null]);
  });

  it('show before the acceptance what each category would promise', async () => {
    await publish('deadlines-2', EXCEPTIONS);
    const aids = taken(await readTriageAids(house, cast.triage, { complaintId: await filed() }));
    expect(aids.dates.ordinary.due.date).toBe('2026-10-19');
    expect(Object.keys(aids.exceptedDates).toSorted()).toEqual(['homes', 'homes.deeds']);
    expect(aids.exceptedDates['homes.deeds']?.ordinary.due.date).toBe('2026-10-22');
    expect(aids.exceptedDates['homes.deeds']?.simple).toEqual(aids.dates.simple);
  });

  it('move with a change of category, under the version that the case began with', async () => {
    await publish('deadlines-2', EXCEPTIONS);
    const complaintId = await accepted('roads');
    await publish('deadlines-3', [{ category: 'homes', terms: { ordinary: 2 } }]);
    const change = { complaintId, category: 'homes.deeds', complexity: 'ordinary', reason: '应属不动产登记' };
    taken(await reclassifyComplaint(house, cast.triage, change));
    expect(await handling(complaintId)).toEqual(['2026-10-22', 8, 'deadlines-2', 8, '住房']);
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect((await replayRows(house.db)).differences).toEqual([]);
  });

  it('are the defaults where a stored policy says nothing of exceptions', async () => {
    const { exceptions: _, ...old } = { ...DEFAULT_DEADLINES, version: 'deadlines-0', ordinary: 6 };
    await publishPolicy(house.db, 'deadlines', old as DeadlinePolicy, '2026-10-01', '旧规定', house.now());
    forgetRules(house);
    expect(await handling(await accepted('homes.deeds'))).toEqual(['2026-10-20', 6, 'deadlines-0', 6, null]);
  });

  it('go by the importance of an item', async () => {
    await publish('deadlines-2', EXCEPTIONS);
    const item = {
      source: 'superior_task',
      basis: '督办通知 2026-8',
      problem: '道路积水长期未解决',
      importance: 'listed',
    };
    const { itemId } = taken(await openItem(house, cast.triage, item));
    taken(await countersignItem(house, cast.leader, { itemId }));
    const measures = [{ text: '清淤', departmentId: cast.construction, dueOn: '2026-10-16' }];
    const plan = { itemId, leadDepartmentId: cast.construction, measures, workingDays: 10 };
    taken(await assignItem(house, cast.triage, plan));
    const view = taken(await readItem(house, cast.triage, { itemId }));
    // Half a working day after Monday the 12th is the morning of the 13th.
    expect(view.ball).toMatchObject({ step: 'sign', by: '2026-10-13' });
    expect(view.exceptedTerms).toEqual([
      { version: 'deadlines-2', term: 'signFor', days: 0.5, category: null, importance: 'listed' },
    ]);
  });
});
