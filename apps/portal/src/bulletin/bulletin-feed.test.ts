import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { bulletinFeed } from './bulletin-feed.ts';

const line = {
  month: '2026-10',
  title: '关于2026年10月“办不成事”<诉求>的通报 & 更正',
  number: '开督通〔2026〕1号',
  publishedAt: '2026-11-03T02:00:00.000Z',
};

it('tells of each bulletin with a lasting id, its moment and its page', () => {
  const xml = bulletinFeed('https://portal.example', '通报', '督查考核办公室', [line]);
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml) as {
    feed: { id: string; updated: string; entry: Record<string, unknown> };
  };
  expect(feed).toMatchObject({
    id: 'https://portal.example/bulletins',
    updated: '2026-11-03T02:00:00.000Z',
    entry: {
      id: 'https://portal.example/bulletins/2026-10',
      title: '关于2026年10月“办不成事”<诉求>的通报 & 更正',
      updated: '2026-11-03T02:00:00.000Z',
    },
  });
});

it('is a feed before anything was published', () => {
  const xml = bulletinFeed('https://portal.example', '通报', '办公室', []);
  const { feed } = new XMLParser().parse(xml) as { feed: Record<string, unknown> };
  expect(feed).toMatchObject({ title: '通报', updated: '1970-01-01T00:00:00.000Z' });
  expect(feed).not.toHaveProperty('entry');
});
