import { bulletinHash } from '@bihuan/db';
import { aBulletin } from '@bihuan/domain/testing';
import { expect, it } from 'vitest';
import { paperOfBulletin } from './paper-of-bulletin.ts';

it('says in a paper from before there were anchors what it said, under the hash it had', () => {
  const bulletin = aBulletin('published');
  expect(paperOfBulletin(bulletin, '2026-11-02T04:00:00.000Z').sections).toEqual([
    { key: 'opening', heading: null, paragraphs: ['现将有关情况通报如下。'] },
    { key: 'next_steps', heading: null, paragraphs: ['请各部门抓紧办理。'] },
  ]);
  expect(bulletinHash(bulletin, '开督通〔2026〕1号')).toBe(
    '867484f16c2a5b5d7273bed45f3dd6f53e3355e6e107b0e6eed4d7c341625bab',
  );
});
