import { describe, expect, it } from 'vitest';
import { parseReceipt, receiptText, type ReceiptStatement } from './receipt-statement.ts';

const HASH = 'a3f1'.repeat(16);
const SIGNATURE = 'Zk_-'.repeat(21) + 'AQ';
const statement: ReceiptStatement = {
  trackingNumber: 'BH-261012-7K2M9Q-C',
  filedAt: '2026-10-12T01:02:03.456Z',
  triageDue: { date: '2026-10-13', half: 'am', provisional: false },
  matterHash: HASH,
};
const SIGNED = `BHR1.BH-261012-7K2M9Q-C.20261012T010203Z.20261013am.${HASH}.r1`;

describe('a receipt as text', () => {
  it('says number, moment, due date, hash and key', () => {
    expect(receiptText(statement, 'r1')).toBe(SIGNED);
    const provisional = {
      ...statement,
      triageDue: { date: '2027-01-04', half: 'pm', provisional: true },
    } as const;
    expect(receiptText(provisional, 'r2')).toBe(
      `BHR1.BH-261012-7K2M9Q-C.20261012T010203Z.20270104pm~.${HASH}.r2`,
    );
  });

  it('is read again alone, from an address, and broken over lines', () => {
    const read = {
      ok: true,
      statement: { ...statement, filedAt: '2026-10-12T01:02:03.000Z' },
      keyId: 'r1',
      signed: SIGNED,
      signature: SIGNATURE,
    };
    const text = `${SIGNED}.${SIGNATURE}`;
    expect(parseReceipt(text)).toEqual(read);
    expect(parseReceipt(`  https://example.gov.cn/verify?s=${text}\n`)).toEqual(read);
    expect(parseReceipt(text.replaceAll(/(.{20})/g, '$1\r\n  '))).toEqual(read);
  });

  it.each([
    ['', 'no_receipt'],
    ['受理编号 BH-261012-7K2M9Q-C', 'no_receipt'],
    ['BHR1.', 'incomplete'],
    [SIGNED, 'incomplete'],
    [`${SIGNED}.${SIGNATURE.slice(1)}`, 'incomplete'],
    [`${SIGNED}.${SIGNATURE}x`, 'incomplete'],
    [`${SIGNED}.${SIGNATURE}.more`, 'incomplete'],
    [`${SIGNED}.${SIGNATURE}`.replace('20261013am', '20261313am'), 'incomplete'],
    [`${SIGNED}.${SIGNATURE}`.replace('20261012T01', '20261012T99'), 'incomplete'],
    [`${SIGNED}.${SIGNATURE}`.replace('a3f1', 'A3F1'), 'incomplete'],
  ])('%s is not one', (text, code) => {
    expect(parseReceipt(text)).toEqual({ ok: false, code });
  });
});
