import { issueApiKey } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { openTestHouse, type TestHouse } from '@bihuan/api/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerResults } from './answer-results.ts';

let house: TestHouse;
let key: string;

beforeAll(async () => {
  house = await openTestHouse();
  const admin: StaffActor = {
    ...{ kind: 'staff', staffId: house.newId(), departmentId: house.newId(), roles: ['system_admin'] },
  };
  const issued = await issueApiKey(house, admin, {
    ...{ client: 'statistics', scopes: ['enter_results'], perHour: '100' },
  });
  if (issued.ok) key = issued.value.secret;
});
afterAll(() => house.drop());

async function send(body: string, headers: Record<string, string> = {}, method = 'POST') {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const init = method === 'POST' ? { body, headers: { ...length, ...headers } } : { headers };
  const request = new Request('https://portal.example.gov.cn/indicator-results', { method, ...init });
  const answer = await answerResults(house, request, '127.0.0.1', '2026-10-12');
  return { status: answer.status, body: (await answer.json()) as unknown };
}

it('lets in who holds the key alone, and says of each result what became of it', async () => {
  const results = [{ indicator: 'ZB-2026-000000', month: '2026-09', value: 7.3, evidence: '统计云' }];
  const body = JSON.stringify({ results });
  expect((await send(body)).status).toBe(403);
  expect((await send(body, { authorization: 'Bearer bh_wrong' })).status).toBe(403);
  expect(await send(body, { authorization: `Bearer ${key}` })).toMatchObject({
    status: 200,
    body: { added: 0, same: 0, refused: 1, results: [{ month: '2026-09', outcome: 'refused' }] },
  });
});

it('says what is wrong with what was sent', async () => {
  const authorization = `Bearer ${key}`;
  expect((await send('{', { authorization })).status).toBe(400);
  expect((await send('{}', { authorization })).status).toBe(400);
  expect((await send('', {}, 'GET')).status).toBe(405);
});
