import { expect, it } from 'vitest';
import type { Paper } from './paper.ts';
import { spellOut } from './spell-out.ts';
import { speltPaper } from './spelt-paper.ts';

const hasGlyph = (point: number) => point < 0x10000 && point !== 0x3ff;

it('spells out what the font lacks, and leaves the rest and line breaks alone', () => {
  expect(spellOut('𠮷先生\n跑了三趟😡', hasGlyph)).toBe('〔U+20BB7〕先生\n跑了三趟〔U+1F621〕');
  expect(spellOut('Ͽ', hasGlyph)).toBe('〔U+03FF〕');
});

it('drops what only says how to show the character before it', () => {
  expect(spellOut('葛\u{e0100}城', hasGlyph)).toBe('葛城');
  expect(spellOut('❤\ufe0f', hasGlyph)).toBe('❤');
});

const paper: Paper = {
  ...{ size: 'a4', office: '窗口', title: '回执', number: 'BH-1', language: 'zh-CN' },
  ...{ madeAt: '2026-10-12T01:00:00.000Z', lackingNote: '括号内为统一码编号。' },
  parts: [
    { kind: 'facts', rows: [['称呼', '𠮷先生']] },
    { kind: 'qr', address: 'https://x.cn/?s=BHR1', caption: '扫码', text: 'BHR1' },
  ],
};

it('spells out every part of a paper, and says so at its end, once', () => {
  expect(speltPaper(paper, hasGlyph).parts).toEqual([
    { kind: 'facts', rows: [['称呼', '〔U+20BB7〕先生']] },
    paper.parts[1],
    { kind: 'note', text: '括号内为统一码编号。' },
  ]);
  expect(speltPaper({ ...paper, parts: [] }, hasGlyph).parts).toEqual([]);
});
