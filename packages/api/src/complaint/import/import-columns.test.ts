import { describe, expect, it } from 'vitest';
import { importColumns } from './import-columns.ts';

describe('importColumns', () => {
  it('knows the headers of a message board and leaves the others out', () => {
    const { at, ignored } = importColumns([
      'id',
      'author',
      'title',
      'submitted_at',
      'body',
      'reply',
      'replied_at',
    ]);
    expect([...at]).toEqual([
      ['id', 0],
      ['title', 2],
      ['body', 4],
      ['submitted_at', 3],
      ['name', 1],
    ]);
    expect(ignored).toEqual(['reply', 'replied_at']);
  });

  it('knows the headers of a hotline in Chinese, whatever the spaces and stars', () => {
    const { at } = importColumns([
      '工单编号*',
      ' 来电人',
      '联系电话',
      '受理时间',
      '诉求标题',
      '诉求内容',
      '一级分类',
    ]);
    expect(Object.fromEntries(at)).toEqual({
      id: 0,
      name: 1,
      phone: 2,
      submitted_at: 3,
      title: 4,
      body: 5,
      category: 6,
    });
  });

  it('takes a named header before a known one', () => {
    const { at } = importColumns(['编号', '内部编号', '标题', '内容'], { id: '内部编号' });
    expect(at.get('id')).toBe(1);
  });

  it('names what is missing and what the file has', () => {
    expect(() => importColumns(['编号', '正文'])).toThrow(
      expect.objectContaining({
        code: 'file_without_column',
        data: { fields: 'title, body', headers: '编号, 正文' },
      }),
    );
    expect(() => importColumns(['编号'], { body: '正文' })).toThrow(
      expect.objectContaining({ code: 'file_without_header', data: { header: '正文', headers: '编号' } }),
    );
    expect(() => importColumns(['编号'], { colour: '编号' })).toThrow(
      expect.objectContaining({ code: 'file_unknown_field' }),
    );
  });
});
