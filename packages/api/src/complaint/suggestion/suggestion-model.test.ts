import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retrainSuggestions } from '../../operations/retrain-suggestions.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { acceptComplaint } from '../accept-complaint.ts';
import { submitComplaint } from '../submit-complaint.ts';
import { suggestTriage } from '../suggest-triage.ts';
import { evaluateSuggestions } from './evaluate-suggestions.ts';
import { packModel, unpackModel } from './pack-model.ts';
import { suggestLabels, trainSuggestions, type DecidedText } from './suggestion-model.ts';

const TAX = [
  '发票领用被退回三次',
  '增值税发票系统打不开',
  '退税申请没有下文',
  '税务窗口不给开发票',
  '留抵退税拖了两个月',
  '发票额度申请被拒',
];
const LIFTS = [
  '电梯年检过期没人管',
  '小区电梯坏了半年',
  '电梯检验报告拿不到',
  '特种设备检验排不上号',
  '电梯困人多次',
  '锅炉检验迟迟不来',
];
const DECIDED: readonly DecidedText[] = [
  ...TAX.map((text) => ({ label: 'tax', text })),
  ...LIFTS.map((text) => ({ label: 'lift', text })),
];

describe('suggestLabels', () => {
  it('suggests what fits, with the words that spoke for it', async () => {
    const model = await trainSuggestions(DECIDED);
    const said = suggestLabels(model, '小区的电梯没有检验', 3);
    expect(said.map(({ label }) => label)).toEqual(['lift']);
    expect(said[0]?.because.map(({ word }) => word)).toEqual(expect.arrayContaining(['电梯', '检验']));
    expect(said[0]?.share).toBeGreaterThan(0.97);
    const unsure = suggestLabels(model, 'xyz', 3);
    expect(unsure.map(({ share }) => share).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(unsure).toHaveLength(2);
    expect(suggestLabels(model, '开发票', 1)[0]?.label).toBe('tax');
  });

  it('says the same after it was packed and unpacked, and when it is trained again', async () => {
    const model = await trainSuggestions(DECIDED);
    const kept = unpackModel(packModel(model));
    for (const text of [...TAX, ...LIFTS, '不相干的一句话']) {
      const [one, other] = [suggestLabels(model, text, 1)[0], suggestLabels(kept, text, 1)[0]];
      expect(other?.label).toBe(one?.label);
      expect(other?.share).toBeCloseTo(one?.share ?? 0, 1);
    }
    expect(await trainSuggestions(DECIDED)).toEqual(model);
  });

  it('knows nothing of a text without a known word', async () => {
    const [first] = suggestLabels(await trainSuggestions(DECIDED), 'xyz', 1);
    expect(first?.because).toEqual([]);
  });
});

it('evaluateSuggestions counts by label, whatever their sizes', async () => {
  const test = [
    { label: 'tax', text: '发票退回' },
    { label: 'lift', text: '电梯年检' },
    { label: 'lift', text: '增值税发票' },
  ];
  const { labels, macroF1, accuracy } = await evaluateSuggestions(DECIDED, test);
  expect(labels).toEqual([
    { label: 'lift', texts: 2, precision: 1, recall: 0.5, f1: 2 / 3 },
    { label: 'tax', texts: 1, precision: 0.5, recall: 1, f1: 2 / 3 },
  ]);
  expect(macroF1).toBeCloseTo(0.6667, 4);
  expect(accuracy).toBeCloseTo(0.6667, 4);
});

describe('suggestTriage', () => {
  let house: TestHouse;
  let cast: Cast;
  beforeAll(async () => {
    house = await openTestHouse();
    cast = await castPeople(house);
  });
  afterAll(() => house.drop());

  it('suggests nothing without history, then what people decided, and keeps one version of one history', async () => {
    const typed = { title: '电梯检验', body: '小区电梯年检过期，物业说排不上号。' };
    expect((await suggestTriage(house, typed)).category).toEqual({ suggestions: [], model: null });
    const [lift, tax] = (
      await house.db.prisma.category.findMany({
        where: { code: { in: ['market-2', 'tax-1'] } },
        orderBy: { code: 'asc' },
      })
    ).map(({ code }) => code) as [string, string];
    for (const [category, texts] of [
      [lift, LIFTS],
      [tax, TAX],
    ] as const)
      for (const title of texts) await decided(house, cast, title, category);
    expect(await retrainSuggestions(house)).toEqual({ category: 12, department: 0 });
    expect(await retrainSuggestions(house)).toEqual({ category: 12, department: 0 });
    const kept = await house.db.prisma.suggestionModel.findMany({
      select: { kind: true, version: true, labels: true },
    });
    expect(kept).toEqual([{ kind: 'category', version: 1, labels: 2 }]);
    const another = { ...house, db: { ...house.db } };
    const { category, department } = await suggestTriage(another, typed);
    expect(category).toMatchObject({
      suggestions: [{ label: lift }],
      model: { version: 1, texts: 12 },
    });
    expect(department.model).toBeNull();
  });
});

async function decided(house: TestHouse, cast: Cast, title: string, category: string): Promise<void> {
  const who = { channel: 'portal', complainantKind: 'citizen', openness: 'anonymous' };
  const matter = { ...who, title, body: `${title}，跑了几趟都没有办成。` };
  const filed = taken(await submitComplaint(house, { kind: 'complainant', complaintId: '' }, matter));
  taken(
    await acceptComplaint(house, cast.triage, {
      complaintId: filed.complaintId,
      category,
      complexity: 'simple',
    }),
  );
}
