import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleOnTheSpot } from '../complaint/settle-on-the-spot.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { DATASET_FIELDS, DATASETS, type DatasetLine, type DatasetName } from './dataset.ts';
import { listOpenAnswers } from './open-answers.ts';
import { readPublicScoreboard } from '../appraisal/read-public-scoreboard.ts';
import { openDataset } from './open-dataset.ts';

const MARKED = {
  name: '栗栽种',
  phone: '13911112222',
  email: 'marked@planted.example',
  enterpriseName: '栽种精密仪器有限公司',
  creditCode: '91350100M000100Y43',
};
const TYPED = ['13922223333', '11010119900307803X', '6222021234567890128', '湘A12345'];
const MARKERS = [...Object.values(MARKED), ...TYPED];

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  for (const [category, times] of [
    ['people-4', 6],
    ['enterprise-2', 2],
  ] as const)
    for (let time = 0; time < times; time += 1) await aSettledComplaint(category, `退件第${time}次`, true);
  await aSettledComplaint('people-4', '不愿公开的一件', false);
  await anAnsweredComplaint(house, cast, {
    ...MARKED,
    ...{ complainantKind: 'enterprise', openness: 'confidential', mayPublish: true, channel: 'portal' },
    title: `${MARKED.name}的${MARKED.enterpriseName}变更办了四趟，电话${TYPED[0]}`,
    body: `身份证${TYPED[1]}，退费到${TYPED[2]}，车牌${TYPED[3]}，信箱${MARKED.email}，窗口每次都要新的材料。`,
  });
  house.at('2026-11-02T01:00:00.000Z');
});
afterAll(() => house.drop());

async function aSettledComplaint(category: string, title: string, mayPublish: boolean): Promise<void> {
  const matter = {
    ...{ channel: 'portal', complainantKind: 'citizen', openness: 'anonymous', title, mayPublish },
    body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。',
  };
  const { complaintId } = taken(
    await submitComplaint(house, { kind: 'complainant', complaintId: '' }, matter),
  );
  taken(
    await settleOnTheSpot(house, cast.triage, {
      ...{ complaintId, category, complexity: 'simple', outcome: 'solved' },
      text: `已当场办好，请致电${TYPED[0]}。`,
    }),
  );
}

async function linesOf<Name extends DatasetName>(name: Name): Promise<readonly DatasetLine<Name>[]> {
  const lines: DatasetLine[] = [];
  for await (const page of taken(await openDataset(house, { name })).pages) lines.push(...page);
  return lines as unknown as readonly DatasetLine<Name>[];
}

it('counts complaints of whole months and holds small counts back', async () => {
  const lines = await linesOf('complaints');
  const shown = (dimension: string) =>
    lines.filter((line) => line.dimension === dimension).map(({ code, complaints }) => [code, complaints]);
  expect([...new Set(lines.map(({ month }) => month))]).toEqual(['2026-10']);
  expect(shown('total')).toEqual([['all', 10]]);
  // 7 of people, 2 of enterprises, 1 of neither: with 7 in sight, whoever knows the total has the other two to 3.
  expect(shown('category')).toEqual([
    ['enterprise', null],
    ['people', null],
    ['none', null],
  ]);
  expect(shown('department')).toEqual([
    ['D01', null],
    ['none', null],
  ]);
  expect(shown('outcome')).toEqual([
    ['solved', 10],
    ...['explained', 'not_permitted', 'declined', 'merged', 'withdrawn', 'running'].map((code) => [code, 0]),
  ]);
});

it('does not count the running month', async () => {
  house.at('2026-10-31T01:00:00.000Z');
  const other = { ...house, db: { ...house.db } };
  const lines: DatasetLine[] = [];
  for await (const page of taken(await openDataset(other, { name: 'complaints' })).pages) lines.push(...page);
  expect(lines).toEqual([]);
  house.at('2026-11-02T01:00:00.000Z');
});

it('holds back what was counted from few callbacks', async () => {
  const [lead, , , zone] = await linesOf('scoreboard');
  expect(lead).toMatchObject({
    ...{ department_code: 'D01', struck_off_on_time: 1, valid_callbacks: null, satisfied: null },
    ...{ composite: null, is_suppressed: true },
  });
  expect(zone).toMatchObject({ department_code: 'ALL', valid_callbacks: null, is_suppressed: true });
});

it('holds back the same on the scoreboard of the portal', async () => {
  const { departments, zone } = taken(await readPublicScoreboard(house, { period: '2026-Q4' }));
  const held = (await linesOf('scoreboard')).map((line) => line.is_suppressed);
  expect([...departments, zone].map(({ callbacks }) => callbacks === null)).toEqual(held);
  expect(departments[0]).toMatchObject({ callbacks: null, rates: null, sample: null, struckOffOnTime: 1 });
});

it('publishes answers of those who agreed, with an id that leads back to nothing', async () => {
  const answers = await linesOf('answers');
  expect(answers).toHaveLength(9);
  expect(answers.map(({ title }) => title)).not.toContain('不愿公开的一件');
  expect(new Set(answers.map(({ answer_id }) => answer_id)).size).toBe(9);
  expect(answers[0]?.answered_on).toBe('2026-10-12');
  expect(await listOpenAnswers(house)).toHaveLength(9);
});

it('lets nothing out that tells of a person, in any dataset', async () => {
  const complaints = await house.db.prisma.complaint.findMany();
  const secrets = [...MARKERS, ...complaints.flatMap(({ id, trackingNumber }) => [id, trackingNumber])];
  for (const name of DATASETS) {
    const text = JSON.stringify(await linesOf(name));
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  }
  const feed = JSON.stringify(await listOpenAnswers(house));
  expect(secrets.filter((secret) => feed.includes(secret))).toEqual([]);
  // The texts they were hidden from are there.
  expect(feed).toContain('变更办了四趟');
});

it('fills every field that the dictionary names, and no other', async () => {
  for (const name of DATASETS)
    for (const line of await linesOf(name))
      expect(Object.keys(line).sort()).toEqual(Object.keys(DATASET_FIELDS[name]).sort());
});

it('knows no other dataset', async () => {
  expect(await openDataset(house, { name: 'contacts' })).toMatchObject({ refusal: { code: 'not_found' } });
});
