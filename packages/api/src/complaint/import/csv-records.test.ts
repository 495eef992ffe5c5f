import { describe, expect, it } from 'vitest';
import { csvRecords } from './csv-records.ts';
import { physicalLines } from './physical-lines.ts';

async function read(text: string, size = 5): Promise<[number, readonly string[] | null][]> {
  const found: [number, readonly string[] | null][] = [];
  for await (const { line, fields } of csvRecords(physicalLines(pieces(text, size))))
    found.push([line, fields]);
  return found;
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

describe('csvRecords', () => {
  it('numbers records by the physical line they begin on', async () => {
    expect(await read('id,body\r\n1,"一行\r\n又一行"\r\n\r\n2,"他说""不行"""\r\n3,\r\n')).toEqual([
      [1, ['id', 'body']],
      [2, ['1', '一行\n又一行']],
      [5, ['2', '他说"不行"']],
      [6, ['3', '']],
    ]);
  });

  it('reads a last line without an end and skips rows of commas', async () => {
    expect(await read('id,body\n,,\n7,路灯')).toEqual([
      [1, ['id', 'body']],
      [3, ['7', '路灯']],
    ]);
  });

  it('gives up one line for a quote that is never closed', async () => {
    expect(await read('id,body\n1,"没有收尾\n2,路灯\n3,"好, 的"\n')).toEqual([
      [1, ['id', 'body']],
      [2, null],
      [3, ['2', '路灯']],
      [4, ['3', '好, 的']],
    ]);
  });

  it('gives up one line for a quote inside a field or text after a closing quote', async () => {
    expect(await read('id,body\n1,管径5"\n2,路灯\n3,"好"的\n4,"完"\n')).toEqual([
      [1, ['id', 'body']],
      [2, null],
      [3, ['2', '路灯']],
      [4, null],
      [5, ['4', '完']],
    ]);
  });

  it('keeps its memory when a quote is left open at the top of a long file', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `${index},路灯`).join('\n');
    const found = await read(`id,body\nx,"开\n${rows}`, 4096);
    expect(found[1]).toEqual([2, null]);
    expect(found[2]).toEqual([3, ['0', '路灯']]);
    expect(found).toHaveLength(5002);
  });

  it('refuses a line of a million characters', async () => {
    await expect(read('字'.repeat(1_000_001), 65_536)).rejects.toMatchObject({
      code: 'file_line_too_long',
      data: { line: 1 },
    });
  });
});
