import type { Paper, PaperPart } from './paper.ts';
import { spellOut } from './spell-out.ts';

/** The paper with everything its font lacks spelt out, and the paper's own note on that at the end where there was any. */
export function speltPaper(paper: Paper, hasGlyph: (codePoint: number) => boolean): Paper {
  let isChanged = false;
  const spell = (text: string): string => {
    const spelt = spellOut(text, hasGlyph);
    isChanged ||= spelt.includes('〔U+') && !text.includes('〔U+');
    return spelt;
  };
  const rows = (all: readonly (readonly [string, string])[]) =>
    all.map(([name, value]) => [spell(name), spell(value)] as const);
  const part = (one: PaperPart): PaperPart => {
    switch (one.kind) {
      case 'heading':
      case 'text':
      case 'note':
      case 'quote':
        return { ...one, text: spell(one.text) };
      case 'facts':
      case 'steps':
        return { ...one, rows: rows(one.rows) };
      case 'code':
        return { ...one, name: spell(one.name) };
      case 'qr':
        return { ...one, caption: spell(one.caption) };
      case 'signature':
        return { ...one, lines: one.lines.map(spell) };
    }
  };
  const parts = paper.parts.map(part);
  const spelt = { ...paper, title: spell(paper.title), office: spell(paper.office) };
  const note: readonly PaperPart[] = isChanged ? [{ kind: 'note', text: paper.lackingNote }] : [];
  return { ...spelt, parts: [...parts, ...note] };
}
