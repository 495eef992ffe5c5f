import type { Actor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { fileFinding } from '../supervision/file-finding.ts';
import { returnItem } from '../supervision/return-item.ts';
import {
  anAcceptedComplaint,
  anAssignedItem,
  anItemBeingVerified,
  refusalOf,
  taken,
} from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { earlierCases } from './earlier-cases.ts';
import { listComplaints, type ComplaintList } from './list-complaints.ts';
import { readComplaint } from './read-complaint.ts';
import { readInbox } from './read-inbox.ts';
import { readTriageAids } from './read-triage-aids.ts';
import { recordCallback } from './record-callback.ts';
import { revealContact } from './reveal-contact.ts';
import { searchEverything } from './search-everything.ts';
import { submitComplaint } from './submit-complaint.ts';
import { anAnsweredComplaint } from './testing/answered.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const PLANTED = {
  complainantKind: 'enterprise',
  enterpriseName: '栽种精密仪器有限公司',
  name: '欧阳反映',
  phone: '13712345678',
  email: 'planted@example.org',
};
const MATTER = {
  ...{
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'confidential',
    name: '反映人丙',
    phone: '13600136000',
  },
  title: '社保转移材料反复补正',
  body: '社保转移接续材料交了三次，窗口每次要求补的都不一样。',
};

async function filed(matter: object = {}): Promise<string> {
  return taken(await submitComplaint(house, ANYONE, { ...MATTER, ...matter })).complaintId;
}

async function sees(actor: Actor, complaintId: string): Promise<boolean> {
  return (await readComplaint(house, actor, { complaintId })).ok;
}

describe('readComplaint', () => {
  it('shows each role what is theirs', async () => {
    const fresh = await filed();
    const walkIn = await filed({ channel: 'walk_in' });
    const { complaintId: linked } = await anAssignedItem(house, cast);
    const people = [cast.triage, cast.leader, cast.auditor, cast.clerk, cast.inspector, cast.assessor];
    const departments = [
      cast.officer,
      cast.head,
      cast.cooperatingOfficer,
      cast.strangerOfficer,
      cast.appraisalAdmin,
    ];
    const table = await Promise.all(
      [...people, ...departments].map(async (actor) => [
        actor.roles[0],
        await sees(actor, fresh),
        await sees(actor, walkIn),
        await sees(actor, linked),
      ]),
    );
    expect(table).toEqual([
      ['triage_admin', true, true, true],
      ['leader', true, true, true],
      ['auditor', true, true, true],
      ['clerk', false, true, false],
      ['inspector', false, false, true],
      ['assessor', false, false, true],
      ['department_officer', false, false, true],
      ['department_head', false, false, true],
      ['department_officer', false, false, true],
      ['department_officer', false, false, false],
      ['appraisal_admin', false, false, false],
    ]);
  });

  it('lets no contact data through to a department, nor to whoever only reads', async () => {
    const { complaintId } = await anAssignedItem(house, cast, PLANTED);
    const marked = [PLANTED.name, PLANTED.phone, PLANTED.email, '137****5678', '欧阳'];
    for (const actor of [cast.officer, cast.head, cast.inspector, cast.assessor, cast.leader, cast.auditor]) {
      const text = JSON.stringify(taken(await readComplaint(house, actor, { complaintId })));
      expect(marked.filter((one) => text.includes(one))).toEqual([]);
    }
    const page = taken(await readComplaint(house, cast.officer, { complaintId }));
    expect(page.enterpriseName).toBe('');
    expect(page.contact).toEqual({ kind: 'hidden' });
  });

  it('shows contact data masked to triage, and whole only with a reason that is kept', async () => {
    const { complaintId } = await anAssignedItem(house, cast, PLANTED);
    const before = taken(await readComplaint(house, cast.triage, { complaintId }));
    expect(before.contact).toEqual({
      kind: 'masked',
      name: '欧**',
      phone: '137****5678',
      email: 'p***@example.org',
    });
    taken(await revealContact(house, cast.triage, { complaintId, reason: '核对企业名称' }));
    const after = taken(await readComplaint(house, cast.triage, { complaintId }));
    expect(after.looks).toEqual([{ at: '2026-10-12T01:00:00.000Z', by: 'triage', reason: '核对企业名称' }]);
  });

  it('keeps satisfaction from departments', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    const own = taken(await readComplaint(house, cast.officer, { complaintId }));
    expect(own.timeline.map(({ event }) => event.type)).not.toContain('CallbackRecorded');
    expect(own.callbacks).toEqual([]);
    const whole = taken(await readComplaint(house, cast.triage, { complaintId }));
    expect(whole.timeline.map(({ event }) => event.type)).toContain('CallbackRecorded');
  });

  it('offers what is lawful now and says what stands in the way of the rest', async () => {
    const fresh = taken(await readComplaint(house, cast.triage, { complaintId: await filed() }));
    expect(fresh.moves.map(({ command, refusal }) => [command, refusal])).toEqual([
      ['accept', null],
      ['settle_on_the_spot', null],
      ['merge', null],
      ['split', null],
      ['decline', null],
    ]);
    const accepted = await anAcceptedComplaint(house, cast);
    const { moves } = taken(await readComplaint(house, cast.triage, { complaintId: accepted }));
    expect(moves).toContainEqual({ command: 'place_under_supervision', refusal: null });
    const { complaintId } = await anAssignedItem(house, cast);
    const linked = taken(await readComplaint(house, cast.triage, { complaintId }));
    expect(linked.moves).toEqual([
      { command: 'publish_answer', refusal: { code: 'item_not_disposed' } },
      { command: 'ask_complainant', refusal: null },
      { command: 'reclassify', refusal: null },
    ]);
    expect(taken(await readComplaint(house, cast.auditor, { complaintId })).moves).toEqual([]);
  });

  it('proves its due date day by day', async () => {
    const page = taken(await readComplaint(house, cast.triage, { complaintId: await filed() }));
    expect(page.clock).toMatchObject({
      kind: 'triage',
      due: { date: '2026-10-13', half: 'am' },
      daysLeft: 0.5,
    });
    expect(page.clock?.proof.map(({ date, verdict }) => [date, verdict])).toEqual([
      ['2026-10-12', 'start'],
      ['2026-10-13', 'due'],
    ]);
  });
});

describe('listComplaints', () => {
  it('pages by key without a gap or a repeat', async () => {
    const title = '公积金提取页面报错';
    const made = [];
    for (let nth = 0; nth < 7; nth += 1) made.push(await filed({ title }));
    for (const order of ['newest', 'due'] as const) {
      const found: string[] = [];
      let after: string | null = '';
      for (let page = 0; page < 4 && after !== null; page += 1) {
        const asked = { text: '公积金', order, size: 3, after };
        const list: ComplaintList = taken(await listComplaints(house, cast.triage, asked));
        expect(list.count).toBe(7);
        found.push(...list.lines.map(({ id }) => id));
        after = list.next;
      }
      expect(after).toBeNull();
      expect(found).toHaveLength(7);
      expect(new Set(found)).toEqual(new Set(made));
    }
  });

  it('finds Chinese words of two characters in title and body, and whole numbers', async () => {
    const id = await filed({
      title: '地下停车场收费不合理',
      body: '物业擅自提高车位租金，没有公示收费依据。',
    });
    const find = async (text: string) => {
      const list = taken(await listComplaints(house, cast.triage, { text }));
      return list.lines.map((line) => line.id);
    };
    expect(await find('收费')).toEqual([id]);
    expect(await find('租金 物业')).toEqual([id]);
    expect(await find('车位')).toEqual([id]);
    expect(await find('收费 出租车')).toEqual([]);
    expect(await find("'; DROP TABLE complaint; --")).toEqual([]);
    expect(await find('！！！')).toEqual([]);
    const { trackingNumber } = await house.db.prisma.complaint.findUniqueOrThrow({ where: { id } });
    expect(await find(trackingNumber.toLowerCase())).toEqual([id]);
  });

  it('filters by state, lead department and channel', async () => {
    const { complaintId } = await anAssignedItem(house, cast, { title: '不动产登记排队三小时' });
    const find = async (filter: object) => {
      const list = taken(await listComplaints(house, cast.triage, { text: '不动产', ...filter }));
      return list.lines.map((line) => [line.id, line.status, line.lead?.name]);
    };
    const line = [complaintId, 'under_supervision', '行政审批局'];
    expect(await find({})).toEqual([line]);
    expect(
      await find({ status: 'under_supervision', leadDepartmentId: cast.approvals, channel: 'portal' }),
    ).toEqual([line]);
    expect(await find({ leadDepartmentId: cast.construction })).toEqual([]);
    expect(await find({ status: 'submitted' })).toEqual([]);
    expect(await find({ channel: 'walk_in' })).toEqual([]);
  });

  it('lists to a department only what came under an item of its own', async () => {
    const all = taken(await listComplaints(house, cast.strangerOfficer, { status: 'any' }));
    expect(all.lines).toEqual([]);
    const own = taken(await listComplaints(house, cast.officer, { status: 'any', text: '不动产' }));
    expect(own.lines).toHaveLength(1);
    expect(refusalOf(await listComplaints(house, cast.appraisalAdmin, {}))).toBe('not_found');
  });

  it('begins at the first page with a cursor that was tampered with', async () => {
    const first = taken(await listComplaints(house, cast.triage, { size: 1 }));
    const again = taken(await listComplaints(house, cast.triage, { size: 1, after: 'x_y_z' }));
    expect(again.lines).toEqual(first.lines);
  });
});

describe('searchEverything', () => {
  it('finds complaints and items that the person may see', async () => {
    const { complaintId, itemId } = await anAssignedItem(house, cast, { title: '经营范围变更窗口推诿' });
    const found = taken(await searchEverything(house, cast.officer, { text: '经营范围' }));
    expect(found.complaints.map(({ id }) => id)).toContain(complaintId);
    expect(found.items.map(({ id }) => id)).toContain(itemId);
    const none = taken(await searchEverything(house, cast.strangerOfficer, { text: '经营范围' }));
    expect(none).toEqual({ complaints: [], items: [], next: null });
    const item = await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: itemId } });
    const byNumber = taken(await searchEverything(house, cast.leader, { text: item.number }));
    expect(byNumber.items.map(({ id }) => id)).toEqual([itemId]);
  });

  it('goes on page by page, each kind from where it stopped, until nothing is left', async () => {
    const made: string[] = [];
    for (let count = 0; count < 43; count += 1) made.push(await filed({ title: `蓝莓大棚补贴第${count}次` }));
    await anAssignedItem(house, cast, { title: '蓝莓大棚补贴没有批下来' });
    const text = '蓝莓大棚';
    const pages = [taken(await searchEverything(house, cast.triage, { text }))];
    for (let after = pages[0]?.next; after; after = pages.at(-1)?.next)
      pages.push(taken(await searchEverything(house, cast.triage, { text, after })));
    expect(pages.map(({ complaints }) => complaints.length)).toEqual([20, 20, 4]);
    const ids = pages.flatMap(({ complaints }) => complaints.map(({ id }) => id));
    expect(new Set(ids).size).toBe(44);
    expect(made.every((id) => ids.includes(id))).toBe(true);
    const tampered = taken(await searchEverything(house, cast.triage, { text, after: "x~'~y" }));
    expect(tampered.complaints.map(({ id }) => id)).toEqual(ids.slice(0, 20));
  });
});

describe('earlierCases', () => {
  it('finds the same phone however it is written, and records the looks', async () => {
    const id = await filed({ phone: '+86 135-0000-1111' });
    const asked = { phone: '135 0000 1111', reason: '窗口登记时核对' };
    const none = taken(await earlierCases(house, cast.clerk, { ...asked, phone: '13500001112' }));
    expect(none).toEqual([]);
    const found = taken(await earlierCases(house, cast.clerk, asked));
    expect(found.map((earlier) => [earlier.id, earlier.status])).toEqual([[id, 'submitted']]);
    const looks = await house.db.prisma.contactLook.findMany({ where: { complaintId: id } });
    expect(looks).toMatchObject([{ staffId: cast.clerk.staffId, reason: '窗口登记时核对' }]);
    expect(refusalOf(await earlierCases(house, cast.officer, asked))).toBe('not_found');
  });
});

describe('readTriageAids', () => {
  it('names running complaints on the same matter, not this one', async () => {
    const title = '夜间施工噪声扰民无人处理';
    const body = '隔壁工地夜里十二点还在打桩，打了三次电话没有人来。';
    const [one, other] = [await filed({ title, body }), await filed({ title: `${title}请核实`, body })];
    const aids = taken(await readTriageAids(house, cast.triage, { complaintId: one }));
    expect(aids.lookAlikes.map(({ id }) => id)).toEqual([other]);
    expect(aids.dates.ordinary).toMatchObject({ workingDays: 5, due: { date: '2026-10-19', half: 'pm' } });
    expect(aids.departments.map(({ name }) => name)).toEqual(['行政审批局', '建设局', '城管局']);
  });
});

describe('readInbox', () => {
  it('holds for each role what waits for it, by due date', async () => {
    await anAcceptedComplaint(house, cast);
    const kindsOf = async (actor: Actor) => taken(await readInbox(house, actor)).map(({ kind }) => kind);
    expect(await kindsOf(cast.triage)).toEqual(['to_triage', 'to_route']);
    expect(await kindsOf(cast.officer)).toEqual(['to_sign']);
    expect(await kindsOf(cast.strangerOfficer)).toEqual([]);
    expect(await kindsOf(cast.auditor)).toEqual([]);
    const triage = taken(await readInbox(house, cast.triage))[0];
    const dates = triage?.lines.map(({ due }) => `${due?.date} ${due?.half}`) ?? [];
    expect(dates).toEqual(dates.toSorted());
  });

  it('follows a verification from one desk to the next', async () => {
    const { complaintId, itemId } = await anItemBeingVerified(house, cast);
    const waits = async (actor: Actor, id: string) =>
      taken(await readInbox(house, actor))
        .filter(({ lines }) => lines.some((line) => line.id === id))
        .map(({ kind }) => kind);
    expect(await waits(cast.inspector, itemId)).toEqual(['verifications']);
    expect(await waits(cast.clerk, complaintId)).toEqual(['callbacks']);
    expect(await waits(cast.assessor, itemId)).toEqual([]);
    expect(await waits(cast.triage, itemId)).toEqual([]);
    taken(
      await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '现场核对无误' }),
    );
    expect(await waits(cast.inspector, itemId)).toEqual([]);
    const answers = { contacted: true, solved: false, satisfaction: 'dissatisfied', note: '' };
    taken(await recordCallback(house, cast.clerk, { complaintId, outcome: 'valid', ...answers }));
    expect(await waits(cast.clerk, complaintId)).toEqual([]);
    expect(await waits(cast.thirdInspector, itemId)).toEqual(['third_checks']);
    expect(await waits(cast.triage, itemId)).toEqual([]);
    const visit = {
      on: '2026-10-12',
      place: '政务大厅',
      inspectorIds: [cast.thirdInspector.staffId, cast.fourthInspector.staffId],
    };
    const third = {
      itemId,
      part: 'C',
      kind: 'third_check',
      isResolved: true,
      text: '到场复核，已经解决',
      visit,
    };
    taken(await fileFinding(house, cast.thirdInspector, third));
    expect(await waits(cast.triage, itemId)).toEqual(['ready']);
  });

  it('asks the assessor where nobody can be called', async () => {
    const anonymous = { openness: 'anonymous', name: '', phone: '' };
    const { itemId } = await anItemBeingVerified(house, cast, anonymous);
    const inbox = taken(await readInbox(house, cast.assessor));
    expect(inbox.map(({ kind, lines }) => [kind, lines.map(({ id }) => id)])).toEqual([
      ['corroborations', [itemId]],
    ]);
  });

  it('brings returns to triage', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    taken(
      await returnItem(house, cast.head, {
        itemId,
        reason: '不属于本部门职责',
        legalBasis: '三定方案第四条',
      }),
    );
    const returns = taken(await readInbox(house, cast.triage)).find(({ kind }) => kind === 'returns');
    expect(returns?.lines.map(({ id }) => id)).toEqual([itemId]);
  });
});
