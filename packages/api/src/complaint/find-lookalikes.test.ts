import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWords } from '../operations/count-words.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { declineComplaint } from './decline-complaint.ts';
import { findLookAlikes, type LookAlikeSubject } from './find-lookalikes.ts';
import { evaluateLookAlikes } from './lookalike/evaluate-lookalikes.ts';
import { publicLookAlikes } from './public-lookalikes.ts';
import { submitComplaint } from './submit-complaint.ts';

let house: TestHouse;
let cast: Cast;
let elevator: string;
let again: string;

const ELEVATOR = {
  title: '锦绣苑小区电梯年检过期半年',
  body: '锦绣苑小区三号楼电梯年检已经过期半年，物业一直没有安排检验，老人不敢乘坐。',
  place: '科创路 8 号',
};
const AGAIN = {
  title: '三号楼电梯没有年检',
  body: '锦绣苑三号楼的电梯检验过期了，多次向物业反映没人管。',
  place: '科创路8号',
};
const OTHERS = [
  { title: '增值税发票领不到', body: '在办税窗口申请领用增值税发票，跑了三趟都说系统有问题。', place: '' },
  {
    title: '幼儿园学位申请被退回',
    body: '申请公办幼儿园学位，材料交齐后被退回两次，没有说明理由。',
    place: '',
  },
  {
    title: '夜间施工噪声扰民',
    body: '隔壁工地夜间十二点以后仍然施工，噪声很大，小区居民无法休息。',
    place: '',
  },
];

async function filed(matter: object): Promise<string> {
  const who = { channel: 'portal', complainantKind: 'citizen', openness: 'confidential', name: '反映人丙' };
  const result = await submitComplaint(
    house,
    { kind: 'complainant', complaintId: '' },
    { ...who, phone: '13700137000', ...matter },
  );
  return taken(result).complaintId;
}

function subject(matter: typeof ELEVATOR, id: string | null = null): LookAlikeSubject {
  return { ...matter, id, departmentId: null, submittedAt: house.now() };
}

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  elevator = await filed(ELEVATOR);
  for (const other of OTHERS) await filed({ ...other, phone: '13700137001' });
  again = await filed(AGAIN);
});
afterAll(() => house.drop());

describe('findLookAlikes', () => {
  it('finds the same matter in other words, and says why, before any word was counted', async () => {
    const found = await findLookAlikes(house, subject(AGAIN, again), 5);
    expect(found.map(({ id }) => id)).toEqual([elevator]);
    expect(found[0]).toMatchObject({
      isSamePlace: true,
      isSamePhone: true,
      isSameDepartment: false,
      daysApart: 0,
    });
    expect(found[0]?.sharedWords).toEqual(expect.arrayContaining(['电梯', '年检']));
  });

  it('counts words once, however often it counts', async () => {
    expect(await countWords(house)).toBe(0);
    house.at('2026-10-12T01:05:00.000Z');
    expect(await countWords(house)).toBe(5);
    expect(await countWords(house)).toBe(0);
    const word = await house.db.prisma.searchWord.findUniqueOrThrow({ where: { word: '电梯' } });
    expect(word.complaints).toBe(2);
    const found = await findLookAlikes(house, subject(ELEVATOR), 5);
    expect(found.map(({ id }) => id)).toEqual([elevator, again]);
    expect(found[0]?.isSamePhone).toBe(false);
  });

  it('leaves out what ended without being handled', async () => {
    const gone = await filed({ ...ELEVATOR, title: '锦绣苑电梯年检过期' });
    taken(
      await declineComplaint(house, cast.triage, {
        ...{
          complaintId: gone,
          reason: 'no_facts',
          competentBody: '本窗口',
          notice: '没有具体事实，无法受理。',
        },
      }),
    );
    const found = await findLookAlikes(house, subject(ELEVATOR), 5);
    expect(found.map(({ id }) => id)).toEqual([elevator, again]);
  });
});

describe('publicLookAlikes', () => {
  it('tells how many, and nothing of what anybody wrote', async () => {
    const told = taken(await publicLookAlikes(house, { ...ELEVATOR, aboutDepartmentId: '' }));
    expect(told).toEqual({ running: 2, runningIds: [elevator, again], answeredIds: [] });
    expect(taken(await publicLookAlikes(house, { title: '', body: '' }))).toEqual({
      running: 0,
      runningIds: [],
      answeredIds: [],
    });
    expect(taken(await publicLookAlikes(house, { title: '不相干的一件事情' })).running).toBe(0);
  });
});

it('evaluateLookAlikes counts what was right among what was shown', () => {
  const text = (cluster: string, id: string, { title, body }: { title: string; body: string }) => ({
    cluster,
    id,
    title,
    body,
  });
  const figures = evaluateLookAlikes([
    text('a', '1', ELEVATOR),
    text('a', '2', AGAIN),
    text('b', '3', { title: '路灯不亮', body: '科创路北段路灯坏了一个月。' }),
    text('b', '4', { title: '公厕不开门', body: '人民公园公共厕所长期锁着。' }),
    ...OTHERS.map((other, at) => text('', String(at + 5), other)),
  ]);
  expect(figures).toEqual({ texts: 7, clusters: 2, queries: 4, precision: 1, recall: 0.5, firstRight: 0.5 });
});
