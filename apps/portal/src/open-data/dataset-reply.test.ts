import type { DatasetLine, OpenDataset } from '@bihuan/api';
import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { answerFeed } from './answer-feed.ts';
import { datasetReply, formatAsked } from './dataset-reply.ts';
import { dictionary, fieldsOf } from './dictionary.ts';

const PORTAL = 'https://portal.example';
const line = (code: string, name: string, complaints: number | null): DatasetLine<'complaints'> => ({
  ...{ month: '2026-10', dimension: 'category', code, name, name_en: '', complaints },
  is_suppressed: complaints === null,
});

function counted(): OpenDataset {
  return {
    ...{ name: 'complaints', asOf: '2026-11-02T01:00:00.000Z', mark: 'abc', leastCell: 5 },
    pages: (async function* () {
      yield await Promise.resolve([line('people', '=1+1，"群众"办事', 12)]);
      yield [line('enterprise', '企业\n办事', null)];
    })(),
  };
}

const asked = (headers: Record<string, string> = {}) =>
  new Request(`${PORTAL}/open-data/complaints`, { headers });

it('gives CSV that spreadsheets read and run nothing of', async () => {
  const reply = datasetReply(counted(), 'csv', asked(), PORTAL);
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(Buffer.from(await reply.arrayBuffer()).toString('utf8')).toBe(
    [
      '\uFEFFmonth,dimension,code,name,name_en,complaints,is_suppressed',
      `2026-10,category,people,"'=1+1，""群众""办事",,12,false`,
      '2026-10,category,enterprise,"企业\n办事",,,true',
      '',
    ].join('\r\n'),
  );
});

it('gives JSON with its moment, licence and dictionary', async () => {
  const reply = datasetReply(counted(), 'json', asked(), PORTAL);
  expect(await reply.json()).toEqual({
    ...{ dataset: 'complaints', as_of: '2026-11-02T01:00:00.000Z', least_cell: 5 },
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    dictionary: 'https://portal.example/open-data/dictionary.json',
    rows: [line('people', '=1+1，"群众"办事', 12), line('enterprise', '企业\n办事', null)],
  });
  expect(reply.headers.get('access-control-allow-origin')).toBe('*');
  expect(reply.headers.get('last-modified')).toBe('Mon, 02 Nov 2026 01:00:00 GMT');
});

it('sends nothing to whoever has it already', async () => {
  const reply = datasetReply(counted(), 'json', asked({ 'if-none-match': '"x", W/"abc-json"' }), PORTAL);
  expect([reply.status, await reply.text()]).toEqual([304, '']);
  expect(datasetReply(counted(), 'csv', asked({ 'if-none-match': 'W/"abc-json"' }), PORTAL).status).toBe(200);
});

it.each([
  ['csv', 'application/json', 'csv'],
  ['json', '', 'json'],
  ['', '', 'json'],
  ['', 'text/csv', 'csv'],
  ['', 'text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
  ['', 'text/csv;q=0.9, application/json', 'json'],
  ['', 'image/png', null],
  ['xlsx', '*/*', null],
] as const)('takes ending %j with Accept %j for %j', (ending, accept, format) => {
  expect(formatAsked(ending, accept)).toBe(format);
});

it('says of every field what it means in both languages', () => {
  const { datasets, figures } = dictionary(PORTAL, { leastCell: 5, months: 24 });
  expect(datasets.map(({ name }) => name)).toEqual([
    'scoreboard',
    'complaints',
    'answers',
    'bulletins',
    'anchors',
  ]);
  const texts = [...datasets.flatMap(({ fields }) => fields), ...figures].map(({ meaning }) => meaning);
  for (const { 'zh-CN': zh, en } of texts) {
    expect(zh).toMatch(/[\u4E00-\u9FFF]/);
    expect(en).not.toMatch(/[\u4E00-\u9FFF]/);
  }
  expect(datasets[1]?.fields.map(({ name }) => name)).toEqual(fieldsOf('complaints').map(({ name }) => name));
});

it('feeds published answers with lasting ids', () => {
  const answer = {
    ...{ id: '0a1b', answeredAt: '2026-11-02T01:00:00.000Z', outcome: 'solved' as const },
    ...{ title: '居住证 <退回> 三次', text: '已当场办好 & 公示' },
  };
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(
    answerFeed(PORTAL, '公开答复', '督查室', [answer]),
  ) as { feed: Record<string, unknown> };
  expect(feed).toMatchObject({
    id: 'https://portal.example/open-data/answers.xml',
    updated: '2026-11-02T01:00:00.000Z',
    entry: { id: 'https://portal.example/open-data/answers#0a1b', title: '居住证 <退回> 三次' },
  });
});
