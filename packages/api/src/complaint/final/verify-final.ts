import { isDeepStrictEqual } from 'node:util';
import { readFiledRecord } from '@bihuan/db';
import { parseFinal, type FinalStatement } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { isSignedByUs, signedTextSchema } from '../../receipt/check-signature.ts';
import { done, refusal, type Result } from '../../result.ts';
import { dossierOf, finalStatementOf } from './sign-final.ts';

/** A final answer whose signature is right. */
export type GenuineFinal = FinalStatement & {
  readonly keyId: string;
  /** Whether the events kept here still come to the same dossier. */
  readonly isOnRecord: boolean;
};

/** Checks a final answer as scanned or pasted, like `verifyReceipt` and with the same refusals. */
export async function verifyFinal(house: House, raw: unknown): Promise<Result<GenuineFinal>> {
  const input = parseInput(signedTextSchema, raw);
  if (!input.ok) return input;
  const parsed = parseFinal(input.value.text);
  if (!parsed.ok) return refusal(parsed.code === 'no_final' ? 'receipt_unreadable' : 'receipt_incomplete');
  if (!(await isSignedByUs(house, parsed))) return refusal('receipt_forged');
  const { statement, keyId } = parsed;
  const filed = await readFiledRecord(house.db, { trackingNumber: statement.trackingNumber });
  const dossier = filed && (await dossierOf(house, filed.event.id));
  const isOnRecord = dossier !== null && isDeepStrictEqual(finalStatementOf(dossier), statement);
  return done({ ...statement, keyId, isOnRecord });
}
