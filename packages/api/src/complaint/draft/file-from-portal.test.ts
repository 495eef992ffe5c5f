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
    expect(await isProved(house, 'token-1', btoa(JSON.stringify({ ...off, number: off.number + 1 })))).toBe(
      false,
    );
    for (const nonsense of ['', 'x', btoa('null'), btoa('[]'), 7, 'A'.repeat(2000)])
      expect(await isProved(house, 'token-1', nonsense)).toBe(false);
  });
});

describe('fileFromPortal', () => {
  const file = (address: string, once: string, more: object = {}) =>
    fileFromPortal(house, ANYONE, address, { ...matter, once, ...more });
  const filed = () => house.db.prisma.complaint.count();
  /** One of those that were taken; of many at once it is not always the first. */
  let takenOnce = '';

  it('takes thirty an hour from an address without proof of work, more with it, and leaves others alone', async () => {
    const sent = await Promise.all(
      Array.from({ length: 45 }, (_, place) => file('10.2.0.1', `many-${place}`)),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(30);
    takenOnce = `many-${sent.findIndex(({ ok }) => ok)}`;
    expect(await filed()).toBe(30);
    expect(await file('10.2.0.1', 'one-more')).toMatchObject({
      refusal: { code: 'too_many_filings', data: { minutes: 60 } },
    });
    expect(await file('10.2.0.2', 'other')).toMatchObject({ ok: true });
    const proof = await solve('worked');
    expect(await file('10.2.0.1', 'worked', { proof })).toMatchObject({ ok: true });
  });

  it('shows the receipt again to an address that may file nothing more', async () => {
    expect(await file('10.2.0.1', takenOnce)).toMatchObject({ ok: true, value: { isNew: false } });
  });

  it('gives a place back where the filing was sent back', async () => {
    for (let count = 0; count < 31; count += 1)
      expect(await file('10.2.0.4', `short-${count}`, { body: '太短' })).toMatchObject({ kind: 'bad_input' });
    expect(await file('10.2.0.4', 'long')).toMatchObject({ ok: true });
  });

  it('makes one complaint of a form that is sent a thousand times at once', async () => {
    const before = await filed();
    const sent = await Promise.all(Array.from({ length: 1000 }, () => file('10.2.0.3', 'same')));
    expect(new Set(sent.map((one) => taken(one).trackingNumber)).size).toBe(1);
    expect(new Set(sent.map((one) => taken(one).queryCode)).size).toBe(1);
    expect(sent.filter((one) => taken(one).isNew)).toHaveLength(1);
    expect(await filed()).toBe(before + 1);
    for (let count = 0; count < 29; count += 1) taken(await file('10.2.0.3', `another-${count}`));
    expect(await file('10.2.0.3', 'too-many')).toMatchObject({ refusal: { code: 'too_many_filings' } });
  });
});
