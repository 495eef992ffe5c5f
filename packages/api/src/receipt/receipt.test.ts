import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readReceipt, type SignedReceipt } from './read-receipt.ts';
import { listReceiptKeys, rotateReceiptKey } from './receipt-keys.ts';
import { verifyReceipt } from './verify-receipt.ts';

const TITLE = '个体户变更经营场所被退回三次';

let house: TestHouse;
let complaintId: string;
let queryCode: string;
let receipt: SignedReceipt;

const holder = () => ({ kind: 'complainant', complaintId }) as const;
const refused = (code: string) => ({ ok: false, kind: 'refusal', refusal: { code } });

beforeAll(async () => {
  house = await openTestHouse();
  const nobody = { kind: 'complainant', complaintId: '' } as const;
  const filed = taken(
    await submitComplaint(house, nobody, {
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'confidential',
      title: TITLE,
      body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。',
      name: '欧阳䶮',
      phone: '13912345678',
    }),
  );
  ({ complaintId, queryCode } = filed);
  receipt = taken(await readReceipt(house, holder(), { complaintId }));
});
afterAll(() => house.drop());

describe('a signed receipt', () => {
  it('says what was promised at filing, and nothing of the person', () => {
    expect(receipt).toMatchObject({
      filedAt: '2026-10-12T01:00:00.000Z',
      triageDue: { date: '2026-10-13', half: 'am', provisional: false },
      title: TITLE,
      keyId: 'r1',
      verifyAddress: `http://127.0.0.1:4321/verify?s=${receipt.text}`,
    });
    for (const secret of [queryCode, queryCode.replaceAll('-', ''), '139', '欧阳'])
      expect(receipt.text).not.toContain(secret);
    expect(receipt.verifyAddress.length).toBeLessThan(300);
  });

  it('is the same whenever it is asked for', async () => {
    house.at('2026-10-20T01:00:00.000Z');
    expect(taken(await readReceipt(house, holder(), { complaintId }))).toEqual(receipt);
  });

  it('is for the complainant and the office alone', async () => {
    const other = { kind: 'complainant', complaintId: house.newId() } as const;
    expect(await readReceipt(house, other, { complaintId })).toEqual(refused('not_found'));
    const officer = {
      kind: 'staff',
      staffId: house.newId(),
      departmentId: house.newId(),
      roles: ['system_admin'],
    } as const;
    expect(await readReceipt(house, officer, { complaintId })).toEqual(refused('not_found'));
    const clerk = { ...officer, roles: ['triage_admin'] } as const;
    expect(taken(await readReceipt(house, clerk, { complaintId })).text).toBe(receipt.text);
  });

  it('is checked with the published key alone', async () => {
    const [key] = await listReceiptKeys(house);
    const [signed = '', signature = ''] = receipt.text.split(/\.(?=[^.]+$)/);
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: key?.publicKey ?? '' },
      format: 'jwk',
    });
    expect(verify(null, Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  });
});

describe('verifyReceipt', () => {
  it('knows a genuine one, pasted in whatever shape', async () => {
    const says = {
      trackingNumber: receipt.trackingNumber,
      filedAt: receipt.filedAt,
      triageDue: receipt.triageDue,
      matterHash: receipt.matterHash,
      keyId: 'r1',
      isOnRecord: true,
    };
    for (const text of [receipt.text, receipt.verifyAddress, receipt.text.replaceAll(/(.{12})/g, '$1 ')])
      expect(await verifyReceipt(house, { text })).toEqual({ ok: true, value: says });
  });

  it('refuses every single character changed', async () => {
    const { text } = receipt;
    for (let at = 5; at < text.length; at += 1) {
      const other = text[at] === '1' ? '2' : '1';
      const result = await verifyReceipt(house, { text: text.slice(0, at) + other + text.slice(at + 1) });
      expect(result.ok, `character ${at}`).toBe(false);
    }
  });

  it('refuses a changed due date, a moved signature, and a key that was never ours', async () => {
    const edited = receipt.text.replace('20261013am', '20261019am');
    expect(await verifyReceipt(house, { text: edited })).toEqual(refused('receipt_forged'));
    const foreign = receipt.text.replace('.r1.', '.r9.');
    expect(await verifyReceipt(house, { text: foreign })).toEqual(refused('receipt_forged'));
    // The last character holds four bits that decoding drops.
    const last = receipt.text.at(-1) ?? '';
    const twin = { A: 'B', Q: 'R', g: 'h', w: 'x' }[last] ?? '';
    expect(twin).not.toBe('');
    expect(await verifyReceipt(house, { text: receipt.text.slice(0, -1) + twin })).toEqual(
      refused('receipt_forged'),
    );
  });

  it('tells one cut short from no receipt at all', async () => {
    expect(await verifyReceipt(house, { text: receipt.text.slice(0, -1) })).toEqual(
      refused('receipt_incomplete'),
    );
    expect(await verifyReceipt(house, { text: receipt.text.slice(0, 60) })).toEqual(
      refused('receipt_incomplete'),
    );
    expect(await verifyReceipt(house, { text: '受理编号' })).toEqual(refused('receipt_unreadable'));
    expect(await verifyReceipt(house, { text: ' ' })).toMatchObject({ fields: { text: 'required' } });
    expect(await verifyReceipt(house, { text: 'x'.repeat(4001) })).toMatchObject({
      fields: { text: 'too_long' },
    });
  });

  it('says where the record differs from a genuine receipt', async () => {
    await house.db.pool.query('UPDATE complaint SET tracking_number = $1 WHERE id = $2', [
      `${receipt.trackingNumber}-gone`,
      complaintId,
    ]);
    expect(await verifyReceipt(house, { text: receipt.text })).toMatchObject({
      value: { isOnRecord: false },
    });
    await house.db.pool.query('UPDATE complaint SET tracking_number = $1 WHERE id = $2', [
      receipt.trackingNumber,
      complaintId,
    ]);
  });
});

describe('another key', () => {
  it('signs from then on; what the old one signed stays genuine, and its secret half is gone', async () => {
    expect(await rotateReceiptKey(house)).toMatchObject({ id: 'r2', until: null });
    const renewed = taken(await readReceipt(house, holder(), { complaintId }));
    expect(renewed.keyId).toBe('r2');
    expect(await verifyReceipt(house, { text: renewed.text })).toMatchObject({ value: { keyId: 'r2' } });
    expect(await verifyReceipt(house, { text: receipt.text })).toMatchObject({ value: { keyId: 'r1' } });
    const { rows } = await house.db.pool.query(
      'SELECT id, sealed IS NULL AS gone FROM receipt_key ORDER BY id',
    );
    expect(rows).toEqual([
      { id: 'r1', gone: true },
      { id: 'r2', gone: false },
    ]);
  });
});
