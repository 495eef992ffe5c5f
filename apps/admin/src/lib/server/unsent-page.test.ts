import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { keepingTyped } from './unsent-page.ts';

const TYPED = { text: '已联系申请人 <到窗口>\n第二天办结', percent: '80', password: 'bihuan-demo-2026' };

function sent(headers: Readonly<Record<string, string>> = {}): RequestEvent {
  const url = new URL('https://office.example/supervision/1?/report_progress');
  const request = new Request(url, { method: 'POST', body: new URLSearchParams(TYPED), headers });
  const locals = { locale: 'zh-CN', requestId: '0123456789abcdef' };
  return { request, url, locals, route: { id: '/supervision/[id]' } } as unknown as RequestEvent;
}

const broken = () => Promise.reject(new Error('connection refused'));

it('shows what was typed, to be sent again, where a form without script cannot be taken', async () => {
  for (const run of [broken, () => Promise.resolve(new Response('', { status: 500 }))]) {
    const answer = await keepingTyped(sent(), run);
    const page = await answer.text();
    expect(answer.status).toBe(503);
    expect(page).toContain('<form method="post" action="/supervision/1?/report_progress">');
    expect(page).toContain('name="text" value="已联系申请人 &lt;到窗口>\n第二天办结"');
    expect(page).toContain('name="percent" value="80"');
    expect(page).toContain('<pre>已联系申请人 &lt;到窗口>\n第二天办结</pre>');
    expect(page).not.toContain(TYPED.password);
  }
});

it('leaves alone what was answered, what a script sent, and what only sends elsewhere or refuses', async () => {
  const refused = new Response('refused', { status: 403 });
  expect(await keepingTyped(sent(), () => Promise.resolve(refused))).toBe(refused);
  const byScript = sent({ 'x-sveltekit-action': 'true' });
  await expect(keepingTyped(byScript, broken)).rejects.toThrow('connection refused');
  await expect(
    keepingTyped(sent(), () => Promise.reject(caught(() => redirect(303, '/')))),
  ).rejects.toMatchObject({ status: 303 });
  await expect(keepingTyped(sent(), () => Promise.reject(caught(() => error(404))))).rejects.toMatchObject({
    status: 404,
  });
});

function caught(thrower: () => never): Error {
  try {
    thrower();
  } catch (thrown) {
    return thrown as Error;
  }
}
