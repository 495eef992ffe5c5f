import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

async function read(bytes: Buffer, pieces = 7, encoding?: 'utf-8' | 'gbk'): Promise<string> {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieces) chunks.push(bytes.subarray(at, at + pieces));
  let text = '';
  for await (const piece of decodeText(stream(chunks), encoding)) text += piece;
  return text;
}

async function* stream(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

describe('decodeText', () => {
  it('reads UTF-8 cut anywhere, and drops a byte order mark', async () => {
    expect(await read(Buffer.from('编号,标题\n1,路灯不亮𠮷'))).toBe('编号,标题\n1,路灯不亮𠮷');
    expect(await read(Buffer.from('\uFEFFid,title'))).toBe('id,title');
  });

  it('reads GBK and GB18030 where the bytes are not UTF-8', async () => {
    expect(await read(iconv.encode('编号,标题\n1,路灯不亮', 'gbk'))).toBe('编号,标题\n1,路灯不亮');
    expect(await read(iconv.encode('标题,𠮷野家', 'gb18030'))).toBe('标题,𠮷野家');
  });

  it('tells text in another encoding than the one named', async () => {
    await expect(read(iconv.encode('路灯不亮', 'gbk'), 7, 'utf-8')).rejects.toMatchObject({
      code: 'file_wrong_encoding',
      data: { encoding: 'utf-8' },
    });
  });

  it('tells bytes that no encoding explains', async () => {
    await expect(read(Buffer.from([0x69, 0x64, 0x2c, 0xff, 0xff, 0xff]))).rejects.toMatchObject({
      code: 'file_wrong_encoding',
      data: { encoding: 'gbk' },
    });
  });

  it('tells UTF-16 and archives from text', async () => {
    await expect(read(iconv.encode('编号,标题', 'utf16'))).rejects.toMatchObject({ code: 'file_not_text' });
    await expect(
      read(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)])),
    ).rejects.toMatchObject({
      code: 'file_not_text',
    });
  });
});
