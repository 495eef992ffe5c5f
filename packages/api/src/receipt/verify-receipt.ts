import { verify } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { readFiledRecord, readReceiptKeys } from '@bihuan/db';
import { parseReceipt, type ReceiptStatement } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { statementOf } from './read-receipt.ts';
import { publicKeyOf } from './receipt-keys.ts';

/** A receipt whose signature is right. */
export type GenuineReceipt = ReceiptStatement & {
  readonly keyId: string;
  /** Whether the record kept here says the same; a genuine receipt that differs is evidence against the record. */
  readonly isOnRecord: boolean;
};

const schema = z.object({
  text: z.string('required').trim().min(1, 'required').max(4000, 'too_long'),
});

/**
 * Checks a receipt as scanned or pasted. `receipt_unreadable` is no receipt at all, `receipt_incomplete` one cut short,
 * `receipt_forged` one not signed by us, or changed since. Needs nobody's authority: it tells only what it was given.
 */
export async function verifyReceipt(house: House, raw: unknown): Promise<Result<GenuineReceipt>> {
  const input = parseInput(schema, raw);
  if (!input.ok) return input;
  const parsed = parseReceipt(input.value.text);
  if (!parsed.ok) return refusal(parsed.code === 'no_receipt' ? 'receipt_unreadable' : 'receipt_incomplete');
  const { statement, keyId, signed, signature } = parsed;
  const key = (await readReceiptKeys(house.db)).find(({ id }) => id === keyId);
  const bytes = Buffer.from(signature, 'base64url');
  const isExact = bytes.toString('base64url') === signature;
  if (key === undefined || !isExact || !verify(null, Buffer.from(signed), publicKeyOf(key), bytes))
    return refusal('receipt_forged');
  const filed = await readFiledRecord(house.db, { trackingNumber: statement.trackingNumber });
  const isOnRecord = filed !== null && isDeepStrictEqual(statementOf(filed.event), statement);
  return done({ ...statement, keyId, isOnRecord });
}
