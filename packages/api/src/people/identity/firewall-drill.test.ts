import { TALLIES, type Actor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from '../../index.ts';
import { give, theComplainant } from '../../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, aRoute, measureIds, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';

/** What may never reach a department, wherever it was typed. */
const MARKED = {
  name: '栗栽种',
  phone: '13911112222',
  email: 'marked@planted.example',
  enterpriseName: '栽种精密仪器有限公司',
  creditCode: '91350100M000100Y43',
};
/** Written in the text of the complaint and after it, as people do. */
const TYPED = {
  mobile: '13922223333',
  idNumber: '11010119900307803X',
  card: '6222021234567890128',
  plate: '湘A12345',
};
/** Who stands at the desk for them. */
const SPEAKER = { name: '温代办', phone: '13944445555', relation: 'family' } as const;
const MARKERS = [
  ...[...Object.values(MARKED), ...Object.values(TYPED), '139****2222', '栗**'],
  ...[SPEAKER.name, SPEAKER.phone],
];

let house: TestHouse;
let cast: Cast;
let inspectionId: string;
let indicatorId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  inspectionId = await aClosedInspection();
  indicatorId = await anIndicatorInForce();
});
afterAll(() => house.drop());

/** A special inspection that wrote down who stood at the window, and whose report is approved. */
async function aClosedInspection(): Promise<string> {
  const team = [cast.inspector, cast.thirdInspector];
  const memberIds = team.map(({ staffId }) => staffId);
  for (const staffId of memberIds)
    taken(await api.nameForTeams(house, cast.triage, { staffId, kind: 'full_time', fromOn: '2026-10-01' }));
  const plan = { theme: '窗口一次性告知', basis: '会议纪要', departmentIds: [cast.approvals] };
  const period = { fromOn: '2026-10-12', toOn: '2026-10-12' };
  const ref = taken(await api.planInspection(house, cast.triage, { ...plan, ...period }));
  taken(await api.formInspectionTeam(house, cast.triage, { ...ref, memberIds }));
  taken(await api.beginInspection(house, cast.inspector, ref));
  const found = { departmentId: cast.approvals, place: '二楼窗口', foundOn: '2026-10-12', severity: 'minor' };
  const text = `办事人留了电话${MARKED.phone}和${TYPED.mobile}，身份证${TYPED.idNumber}，车牌${TYPED.plate}，退费到${TYPED.card}。`;
  taken(
    await api.recordInspectionFinding(house, cast.inspector, {
      ...{ ...ref, ...found, text, inspectorIds: memberIds },
    }),
  );
  taken(await api.draftInspectionReport(house, cast.triage, ref));
  taken(await api.submitInspectionReport(house, cast.triage, ref));
  taken(await api.approveInspectionReport(house, cast.leader, ref));
  return ref.inspectionId;
}

/** An indicator whose evidence was typed without a thought for whom it names. */
async function anIndicatorInForce(): Promise<string> {
  const definition = {
    ...{ year: '2026', name: '企业诉求按时办结率', category: 'comprehensive_service', unit: '%' },
    ...{ direction: 'up', rhythm: 'month', base: '90', target: '98', method: 'linear' },
    ...{ dataSource: '平台台账', origin: 'own', owners: [{ departmentId: cast.approvals, weight: '100' }] },
  };
  const ref = taken(await api.draftIndicator(house, cast.appraisalAdmin, definition));
  taken(await api.publishIndicators(house, cast.appraisalAdmin, { year: '2026' }));
  const evidence = `台账，办事人电话${MARKED.phone}、${TYPED.mobile}，身份证${TYPED.idNumber}`;
  const result = { indicatorId: ref.indicatorId, month: '2026-09', value: '91', evidence };
  taken(await api.enterResult(house, cast.appraisalAdmin, result));
  return ref.indicatorId;
}

type Said = { readonly where: string; readonly text: string };

function leaks(said: readonly Said[]): readonly string[] {
  return said.flatMap(({ where, text }) => {
    const plain = text.replaceAll(/[ \u00b7-]/g, '');
    return MARKERS.filter((marker) => text.includes(marker) || plain.includes(marker)).map(
      (marker) => `${where}: ${marker}`,
    );
  });
}

/** Whatever reads, by its name; a use case added later is walked through as well. */
const READS = Object.entries(api).filter(
  (entry): entry is [string, (...args: unknown[]) => unknown] =>
    typeof entry[1] === 'function' &&
    /^(read|list|search|count|preview|earlier|reveal|view|track|weigh|find|export)[A-Z]/.test(entry[0]),
);

/** Everything one person can be told of a case: each read with each thing asked for, faults included. */
async function everythingSaid(actor: Actor, complaintId: string, itemId: string): Promise<readonly Said[]> {
  const line = await house.db.prisma.scoreEntry.findFirst({ where: { streamId: itemId } });
  const ids = {
    ...{
      complaintId,
      itemId,
      inspectionId,
      indicatorId,
      id: complaintId,
      lineId: line?.id,
      reason: '核对情况',
      status: 'any',
    },
    departmentId: cast.approvals,
  };
  const typed = ['', MARKED.name, TYPED.mobile].map((text) => ({ text, phone: text }));
  const said: Said[] = [];
  for (const [name, read] of READS)
    for (const [index, given] of typed.entries()) {
      if (index > 0 && !/^(list|search|earlier|find)/.test(name)) continue;
      const answer = await Promise.resolve()
        .then(() => read(house, actor, { ...ids, ...given }))
        .catch((fault: unknown) => String(fault));
      said.push({ where: `${name} ${index}`, text: withoutEcho(answer) });
    }
  // These are told what to show by more than an id.
  const views: Readonly<Record<string, () => Promise<unknown>>> = {
    'lineage of the complaint': () => api.readLineage(house, actor, { kind: 'complaint', id: complaintId }),
    'lineage of the item': () => api.readLineage(house, actor, { kind: 'item', id: itemId }),
    'lineage of the line': () => api.readLineage(house, actor, { kind: 'line', id: line?.id }),
    ...Object.fromEntries(
      TALLIES.map((tally) => [`rows of ${tally}`, () => api.readTallyRows(house, actor, { tally })]),
    ),
    ...Object.fromEntries(
      ['complaint', 'item'].map((about) => [
        `backlog of each ${about}`,
        () => api.readBacklogRows(house, actor, { about, day: '2026-10-12' }),
      ]),
    ),
  };
  for (const [where, read] of Object.entries(views))
    said.push({ where, text: withoutEcho(await read().catch((fault: unknown) => String(fault))) });
  const caller = api.staffRouter.createCaller({ house, actor });
  for (const { text, phone } of typed)
    for (const ask of [
      () => caller.search({ text }),
      () => caller.earlierCases({ phone, reason: '核对' }),
      () => caller.inboxCount(),
    ]) {
      const answer = await ask().catch((fault: unknown) => String(fault));
      said.push({ where: 'tRPC', text: withoutEcho(answer) });
    }
  return said;
}

/** BigInt and dates as text; functions and handles of the house are nothing that is said. */
function withoutEcho(answer: unknown): string {
  return (
    JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ??
    ''
  );
}

it(
  'lets nothing that tells who the complainant is reach anybody behind the firewall, at any step of the loop',
  { timeout: 120_000 },
  async () => {
    const behind = {
      officer: cast.officer,
      head: cast.head,
      cooperating: cast.cooperatingOfficer,
      stranger: cast.strangerOfficer,
      appraisal: cast.appraisalAdmin,
    };
    const body = `我叫${MARKED.name}，电话${MARKED.phone}，另一个${TYPED.mobile}，身份证${TYPED.idNumber}，退费到${TYPED.card}，车牌${TYPED.plate}，信箱${MARKED.email}，${MARKED.enterpriseName}（${MARKED.creditCode}）的变更办了四趟，由${SPEAKER.name}跑的，电话${SPEAKER.phone}。`;
    const complaintId = await anAcceptedComplaint(house, cast, {
      ...MARKED,
      representative: SPEAKER,
      complainantKind: 'enterprise',
      title: `${MARKED.name}反映变更难`,
      body,
      wish: `请回电${TYPED.mobile}`,
      place: `${MARKED.enterpriseName}门口`,
      tried: { desk: '综合窗口', step: '', when: '', trips: 4, answer: `让${MARKED.name}回去等` },
    });
    const person = theComplainant(complaintId);
    const found: string[] = [];
    let itemId = house.newId();
    let asked = 0;
    const look = async (step: string) => {
      for (const [who, actor] of Object.entries(behind)) {
        const said = await everythingSaid(actor, complaintId, itemId);
        asked += said.length;
        found.push(...leaks(said).map((leak) => `${step}, ${who}, ${leak}`));
      }
    };
    const problem = `${MARKED.name}（${TYPED.mobile}）变更多次往返`;
    itemId = taken(
      await api.routeComplaint(house, cast.triage, { ...aRoute(cast, complaintId), problem }),
    ).itemId;
    await give(house, person, complaintId, {
      type: 'supplement',
      text: `我是${MARKED.name}，改打${TYPED.mobile}`,
    });
    await give(house, cast.triage, complaintId, {
      type: 'ask_complainant',
      question: `${MARKED.name}您好，请补充`,
    });
    await give(house, person, complaintId, {
      type: 'reply',
      text: `${MARKED.email}，身份证${TYPED.idNumber}`,
    });
    await look('assigned');
    const told: Said[] = [
      { where: 'sign', text: withoutEcho(await api.signItem(house, cast.officer, { itemId })) },
      {
        where: 'return',
        text: withoutEcho(
          await api.returnItem(house, cast.head, { itemId, reason: '非本部门', legalBasis: '无' }),
        ),
      },
    ];
    const disputed = { itemId, measureId: (await measureIds(house, itemId))[1] };
    const head = { ...cast.cooperatingOfficer, roles: ['department_head'] as const };
    const reason = `${MARKED.name}的材料不在本部门，电话${MARKED.phone}`;
    taken(await api.disputeMeasure(house, head, { ...disputed, reason, basis: `${MARKED.name}案` }));
    await look('disputed');
    const ruling = { ...disputed, ruling: 'measure_upheld', text: `请联系${MARKED.name}` };
    taken(await api.ruleOnDispute(house, cast.triage, ruling));
    for (const [index, actor] of [cast.officer, cast.cooperatingOfficer].entries()) {
      const measureId = (await measureIds(house, itemId))[index];
      taken(await api.completeMeasure(house, actor, { itemId, measureId, evidence: '已办' }));
    }
    taken(
      await api.reportProgress(house, cast.officer, {
        itemId,
        text: `已联系${MARKED.name}、${SPEAKER.name}`,
        percent: 90,
      }),
    );
    taken(await api.requestStrikeOff(house, cast.officer, { itemId, claim: '已办结' }));
    taken(await api.openVerification(house, cast.triage, { itemId, inspectorId: cast.inspector.staffId }));
    const finding = { itemId, part: 'A', isResolved: true, text: `见到${MARKED.name}` };
    taken(await api.fileFinding(house, cast.inspector, finding));
    taken(
      await api.recordCallback(house, cast.clerk, {
        ...{ complaintId, outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' },
        note: `${MARKED.name}本人接听，${MARKED.phone}`,
      }),
    );
    await look('verified');
    taken(await api.strikeOff(house, cast.triage, { itemId }));
    const text = `${MARKED.name}您好，事项已办结，请到窗口领取。`;
    await give(house, cast.triage, complaintId, { type: 'publish_answer', outcome: 'solved', text });
    taken(await api.confirmAnswer(house, person, { complaintId }));
    await give(house, person, complaintId, {
      type: 'rate',
      level: 'satisfied',
      comment: `${TYPED.mobile}很快`,
    });
    await look('closed');
    expect(asked).toBeGreaterThan(400);
    expect([...new Set([...found, ...leaks(told)])]).toEqual([]);

    // The same drill finds what does leak: here the window, to whom masked and revealed values are shown.
    const window = leaks(await everythingSaid(cast.triage, complaintId, itemId)).join('\n');
    expect(window).toContain(`revealContact 0: ${MARKED.phone}`);
    expect(window).toContain(`readComplaint 0: ${MARKED.name}`);
    expect(window).toContain('readComplaint 0: 139****2222');
    expect(window).toContain(`readInspection 0: ${MARKED.phone}`);
  },
);

it('keeps what was given as contact data in the contact table alone', async () => {
  const contact = { name: '仅存一处', phone: '13933334444', email: 'only-here@planted.example' };
  await anAcceptedComplaint(house, cast, contact);
  const { rows } = await house.db.pool.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const quoted = name
      .split('.')
      .map((part) => `"${part}"`)
      .join('.');
    const { rows: hits } = await house.db.pool.query(
      `SELECT FROM ${quoted} row WHERE row::text LIKE ANY($1) LIMIT 1`,
      [Object.values(contact).map((value) => `%${value}%`)],
    );
    if (hits.length > 0) holding.push(name);
  }
  expect(rows.length).toBeGreaterThan(20);
  expect(holding).toEqual([]);
});
