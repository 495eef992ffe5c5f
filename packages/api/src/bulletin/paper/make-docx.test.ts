import { createHash } from 'node:crypto';
import { MONTH_FORM } from '@bihuan/db';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { makeDocx } from './make-docx.ts';
import type { OfficialPaper } from './official-paper.ts';

const paper: OfficialPaper = {
  head: '开发区督查考核办公室文件',
  number: '开督通〔2026〕7号',
  title: '关于2026年10月“办不成事”诉求办理和督查督办情况的通报',
  recipients: '各部门、各单位',
  sections: [
    { heading: null, paragraphs: ['现将有关情况通报如下。'] },
    { heading: '诉求受理和回访情况', paragraphs: ['本月收到诉求12件。'.repeat(9), '第二段。'] },
    { heading: '下一步要求', paragraphs: ['抓紧办理。'] },
  ],
  annexes: [
    {
      title: '各部门办理情况分档表',
      columns: [
        ['部门', 2],
        ['档次', 1],
      ],
      rows: [['行政审批局', '优于平均']],
    },
    {
      title: '销号清单',
      columns: [
        ['序号', 1],
        ['编号', 3],
      ],
      rows: [['1', 'DB-2026-7K3QF2']],
    },
  ],
  issuer: '开发区督查考核办公室',
  date: '2026年11月2日',
  note: '（此件公开发布）',
  copies: '管委会领导，各派驻机构',
  printedOn: '2026年11月3日',
  words: MONTH_FORM.words,
  madeAt: '2026-11-03T01:00:00.000Z',
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const partOf = async (bytes: Uint8Array, name: string) =>
  (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? '';

describe('makeDocx', () => {
  it('gives the same bytes for the same paper, whenever it is made', async () => {
    const first = await makeDocx(paper);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(sha256(await makeDocx(paper))).toBe(sha256(first));
    expect(sha256(await makeDocx({ ...paper, date: '2026年11月4日' }))).not.toBe(sha256(first));
  });

  it('keeps the moment of the paper and no other', async () => {
    const bytes = await makeDocx(paper);
    expect(await partOf(bytes, 'docProps/core.xml')).toContain('>2026-11-03T01:00:00Z<');
    const { files } = await JSZip.loadAsync(bytes);
    for (const file of Object.values(files)) expect(file.date.toISOString()).toBe('1980-01-01T00:00:00.000Z');
  });

  it('is set as GB/T 9704-2012 has it: A4, type area, 28 pt lines, typefaces and sizes', async () => {
    const document = await partOf(await makeDocx(paper), 'word/document.xml');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(document).toContain('w:line="560" w:lineRule="exact"');
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
    expect(document).toContain('w:eastAsia="仿宋_GB2312"');
    expect(document).toContain('<w:sz w:val="44"/>');
    expect(document).toContain('<w:sz w:val="32"/>');
    expect(document).toContain('<w:color w:val="FF0000"/>');
  });

  it('numbers headings, lists annexes, and puts each on a page of its own', async () => {
    const document = await partOf(await makeDocx(paper), 'word/document.xml');
    for (const text of [
      '一、诉求受理和回访情况',
      '二、下一步要求',
      '附件：1. 各部门办理情况分档表',
      '2. 销号清单',
    ])
      expect(document).toContain(`>${text}<`);
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  });

  it('puts the imprint into frames at the foot of the last page', async () => {
    const document = await partOf(await makeDocx(paper), 'word/document.xml');
    const framed = document.split('<w:p>').filter((one) => one.includes('<w:framePr'));
    expect(framed).toHaveLength(2);
    const lowest = framed.map((one) => {
      const at = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(one)?.[1]);
      expect(one).toContain('w:vAnchor="margin"');
      return at('y') + at('h');
    });
    expect(lowest).toEqual([12756 - 640, 12756]);
    expect(framed[0]).toContain('抄送：管委会领导，各派驻机构。');
    expect(await partOf(await makeDocx({ ...paper, printedOn: '' }), 'word/document.xml')).not.toContain(
      '<w:framePr',
    );
  });

  it('is written in Chinese, so that its lines break by the rules of Chinese', async () => {
    expect(await partOf(await makeDocx(paper), 'word/styles.xml')).toContain('w:eastAsia="zh-CN"');
  });

  it('names stand-ins for typefaces that are not there', async () => {
    const fonts = await partOf(await makeDocx(paper), 'word/fontTable.xml');
    expect(fonts).toMatch(/w:name="方正小标宋简体"><w:altName w:val="[^"]*宋体/);
  });
});
