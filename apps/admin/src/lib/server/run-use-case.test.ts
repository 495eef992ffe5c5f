import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { sendBack, sendBackFiles } from './run-use-case.ts';

const event = {
  url: new URL('http://office/supervision/1?/attach&of=measure'),
  route: { id: '/(staff)/supervision/[id]' },
  locals: { requestId: 'r', staff: null },
} as unknown as RequestEvent;

function typed(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

test('bad input goes back as a sentence at each field, with what was typed', () => {
  const back = sendBack(event, typed({ text: 'x' }), {
    ok: false,
    kind: 'bad_input',
    fields: { text: 'too_short' },
  });
  expect(back.status).toBe(422);
  expect(back.data).toEqual({
    action: 'attach',
    values: { text: 'x' },
    fields: { text: '内容太少，请再写得具体一些。' },
    refusal: null,
  });
});

test('a refusal goes back with its code and its sentence', () => {
  const back = sendBack(event, typed({}), { ok: false, kind: 'refusal', refusal: { code: 'stale' } });
  expect(back.status).toBe(409);
  expect(back.data).toEqual({
    action: 'attach',
    values: {},
    fields: {},
    refusal: { code: 'stale', sentence: '内容已被他人更新，请核对最新内容后重新提交。' },
  });
});

test('files that were not taken go back each with its sentence', () => {
  expect(sendBackFiles(event, {}, [])).toBeNull();
  const refused = [{ code: 'file_broken', data: { name: 'a.pdf' } }] as const;
  const first = {
    code: 'file_broken',
    data: { name: 'a.pdf' },
    sentence: '“a.pdf”打不开，可能已损坏或加了密码。',
  };
  expect(sendBackFiles(event, { of: 'measure' }, refused)?.data).toEqual({
    action: 'attach',
    values: { of: 'measure' },
    fields: {},
    refusal: first,
    refusedFiles: [first],
  });
});
