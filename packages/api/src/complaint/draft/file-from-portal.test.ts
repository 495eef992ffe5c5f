import { solveChallenge } from 'altcha-lib/v1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { fileFromPortal } from './file-from-portal.ts';
import { challengeFor, isProved } from './proof-of-work.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const matter = {
  ...{ complainantKind: 'citizen', openness: 'anonymous' },
  ...{ title: '居住证办理被退回三次', body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。' },
};

async function solve(once: string): Promise<string> {
  const { algorithm, challenge, salt, signature, maxnumber } = await challengeFor(house, once);
  const solved = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  return btoa(JSON.stringify({ algorithm, challenge, salt, signature, number: solved?.number }));
}

describe('isProved', () => {
  it('takes the solution of its own task', async () => {
    expect(await isProved(house, 'token-1', await solve('token-1'))).toBe(true);
  });

  it('takes no solution of another token, no made-up one and no nonsense', async () => {
    const proof = await solve('token-1');
    expect(await isProved(house, 'token-2', proof)).toBe(false);
    const made = { ...(JSON.parse(atob(proof)) as object), signature: '0'.repeat(64) };
    expect(await isProved(house, 'token-1', btoa(JSON.stringify(made)))).toBe(false);
    const off = JSON.parse(atob(proof)) as { number: number };
    expect(await isProved(house, 'token-1', btoa(JSON.stringify({ ...off, number: off.number + 1 })))).toBe(false);
    for (const nonsense of ['', 'x', btoa('null'), btoa('[]'), 7, 'A'.repeat(2000)])
      expect(await isProved(house, 'token-1', nonsense)).toBe(false);
  });
});

describe('fileFromPortal', () => {
  const file = (address: string, once: string, more: object = {}) =>
    fileFromPortal(house, ANYONE, address, { ...matter, once, ...more });

  it('takes thirty an hour from an address without proof of work, more with it, and leaves others alone', async () => {
    for (let count = 0; count < 30; count += 1) taken(await file('10.2.0.1', `many-${count}`));
    await expect
      .poll(async () => (await file('10.2.0.1', 'one-more')).ok)
      .toBe(false);
    expect(await file('10.2.0.1', 'one-more')).toMatchObject({
      refusal: { code: 'too_many_filings', data: { minutes: expect.any(Number) as number } },
    });
    expect(await file('10.2.0.2', 'other')).toMatchObject({ ok: true });
    const proof = await solve('worked');
    expect(await file('10.2.0.1', 'worked', { proof })).toMatchObject({ ok: true });
  });

  it('counts the same form sent many times at once as one complaint', async () => {
    const sent = await Promise.all(Array.from({ length: 40 }, () => file('10.2.0.3', 'same')));
    expect(new Set(sent.map((one) => taken(one).trackingNumber)).size).toBe(1);
    expect(await file('10.2.0.3', 'another')).toMatchObject({ ok: true });
  });
});
