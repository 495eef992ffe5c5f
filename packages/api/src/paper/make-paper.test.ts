import { expect, it } from 'vitest';
import { makePaper } from './make-paper.ts';
import type { Paper } from './paper.ts';

const paper: Paper = {
  size: 'a4',
  office: '开发区“办不成事”反映窗口',
  title: '诉求受理回执',
  number: 'BH-261012-7K2M9Q-C',
  language: 'zh-CN',
  lackingNote: '〔U+…〕为字库没有的字。',
  madeAt: '2026-10-12T01:00:00.000Z',
  parts: [
    { kind: 'facts', rows: [['反映事项', '䶮先生的营业执照地址变更被退回三次']] },
    { kind: 'code', name: '查询码', value: null },
    { kind: 'heading', text: '接下来' },
    { kind: 'text', text: '材料齐全，窗口每次都说系统里查不到，让我改天再来。'.repeat(60) },
    { kind: 'steps', rows: [['10月12日 09:00', '已收到。']] },
    {
      kind: 'qr',
      address: `https://example.org/verify?s=${'a'.repeat(230)}`,
      caption: '扫码核验',
      text: 'x'.repeat(210),
    },
    { kind: 'quote', text: '已办结。' },
    { kind: 'note', text: '本回执不含个人信息。' },
    { kind: 'signature', lines: ['反映窗口', '2026年10月12日'] },
  ],
};

const made = async (one: Paper) => {
  const result = await makePaper(one);
  if (!result.ok) throw new Error('not made');
  return Buffer.from(result.value).toString('latin1');
};

it('sets A4 with the characters used embedded, and no more', async () => {
  const pdf = await made(paper);
  expect(pdf.startsWith('%PDF-1.')).toBe(true);
  expect(pdf).toMatch(/[A-Z]{6}\+NotoSerifSC-Regular/);
  expect(pdf).toMatch(/[A-Z]{6}\+NotoSerifSC-Bold/);
  expect(pdf).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(pdf).toContain('/Count 3');
  expect(pdf.length).toBeLessThan(150_000);
});

it('sets what its font lacks all the same', async () => {
  const rare = '𠮷😡👨\u200d👩\u200d👧\u{10ffff}';
  const parts = [
    { kind: 'text', text: rare },
    { kind: 'facts', rows: [[rare, rare]] },
    { kind: 'quote', text: rare },
  ] as const;
  const pdf = await made({ ...paper, title: rare, parts });
  expect(pdf.startsWith('%PDF-1.')).toBe(true);
  expect(pdf).toContain('/Count 1');
});

it('sets a slip 80 mm wide, as long as it needs to be', async () => {
  const pdf = await made({ ...paper, size: 'narrow' });
  const [, width = '', height = ''] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect(Number(width)).toBeCloseTo(226.77, 1);
  expect(Number(height)).toBeGreaterThan(800);
  expect(pdf).toContain('/Count 1');
});

it('makes no more at once than it can', async () => {
  const results = await Promise.all(Array.from({ length: 14 }, () => makePaper({ ...paper, parts: [] })));
  const refused = results.filter((result) => !result.ok);
  expect(refused).toHaveLength(2);
  expect(refused[0]).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'papers_busy' } });
});
