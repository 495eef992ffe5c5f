import { isDeepStrictEqual } from 'node:util';
import { readFiledRecord } from '@bihuan/db';
import { parseReceipt, type ReceiptStatement } from '@bihuan/domain';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { isSignedByUs, signedTextSchema } from './check-signature.ts';
import { statementOf } from './read-receipt.ts';

/** A receipt whose signature is right. */
export type GenuineReceipt = ReceiptStatement & {
  readonly keyId: string;
  /** Whether the record kept here says the same; a genuine receipt that differs is evidence against the record. */
  readonly isOnRecord: boolean;
};

/**
 * Checks a receipt as scanned or pasted. `receipt_unreadable` is no receipt at all, `receipt_incomplete` one cut short,
 * `receipt_forged` one not signed by us, or changed since. Needs nobody's authority: it tells only what it was given.
 */
export async function verifyReceipt(house: House, raw: unknown): Promise<Result<GenuineReceipt>> {
  const input = parseInput(signedTextSchema, raw);
  if (!input.ok) return input;
  const parsed = parseReceipt(input.value.text);
  if (!parsed.ok) return refusal(parsed.code === 'no_receipt' ? 'receipt_unreadable' : 'receipt_incomplete');
  if (!(await isSignedByUs(house, parsed))) return refusal('receipt_forged');
  const { statement, keyId } = parsed;
  const filed = await readFiledRecord(house.db, { trackingNumber: statement.trackingNumber });
  const isOnRecord = filed !== null && isDeepStrictEqual(statementOf(filed.event), statement);
  return done({ ...statement, keyId, isOnRecord });
}
