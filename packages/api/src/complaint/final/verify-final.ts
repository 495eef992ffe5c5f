import { verify } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { readFiledRecord, readReceiptKeys } from '@bihuan/db';
import { parseFinal, type FinalStatement } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { publicKeyOf } from '../../receipt/receipt-keys.ts';
import { done, refusal, type Result } from '../../result.ts';
import { dossierOf, finalStatementOf } from './sign-final.ts';

/** A final answer whose signature is right. */
export type GenuineFinal = FinalStatement & {
  readonly keyId: string;
  /** Whether the events kept here still come to the same dossier. */
  readonly isOnRecord: boolean;
};

const schema = z.object({
  text: z.string('required').trim().min(1, 'required').max(4000, 'too_long'),
});

/** Checks a final answer as scanned or pasted, like `verifyReceipt` and with the same refusals. */
export async function verifyFinal(house: House, raw: unknown): Promise<Result<GenuineFinal>> {
  const input = parseInput(schema, raw);
  if (!input.ok) return input;
  const parsed = parseFinal(input.value.text);
  if (!parsed.ok) return refusal(parsed.code === 'no_final' ? 'receipt_unreadable' : 'receipt_incomplete');
  const { statement, keyId, signed, signature } = parsed;
  const key = (await readReceiptKeys(house.db)).find(({ id }) => id === keyId);
  const bytes = Buffer.from(signature, 'base64url');
  const isExact = bytes.toString('base64url') === signature;
  if (key === undefined || !isExact || !verify(null, Buffer.from(signed), publicKeyOf(key), bytes))
    return refusal('receipt_forged');
  const filed = await readFiledRecord(house.db, { trackingNumber: statement.trackingNumber });
  const dossier = filed && (await dossierOf(house, filed.event.id));
  const isOnRecord = dossier !== null && isDeepStrictEqual(finalStatementOf(dossier), statement);
  return done({ ...statement, keyId, isOnRecord });
}
