import { sign } from 'node:crypto';
import { isComplaintInScope, readFiledRecord, type FiledRecord } from '@bihuan/db';
import { receiptText, type Actor, type ReceiptStatement } from '@bihuan/domain';
import { z } from 'zod';
import { complaintScope, isBehindFirewall } from '../complaint/complaint-scope.ts';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { signingKey } from './receipt-keys.ts';

/** What a receipt says, signed. */
export type SignedReceipt = ReceiptStatement & {
  readonly complaintId: string;
  readonly title: string;
  readonly keyId: string;
  /** The signed text for QR code and print: `BHR1.….<signature>`. */
  readonly text: string;
  /** Address of the page that checks it, with the text in it. */
  readonly verifyAddress: string;
};

const schema = z.object({ complaintId: z.uuid('required') });

/**
 * The signed receipt of a complaint, as of its filing; the same every time while the same key signs. For the complainant
 * and for those of the office who see the case and the person; `not_found` for everybody else, departments among them.
 */
export async function readReceipt(house: House, actor: Actor, raw: unknown): Promise<Result<SignedReceipt>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  const isTheirs =
    actor.kind === 'complainant'
      ? actor.complaintId === complaintId
      : !isBehindFirewall(actor) && (await isComplaintInScope(house.db, complaintId, complaintScope(actor)));
  const filed = isTheirs ? await readFiledRecord(house.db, { id: complaintId }) : null;
  return filed === null ? refusal('not_found') : done(await signReceipt(house, complaintId, filed));
}

async function signReceipt(
  house: House,
  complaintId: string,
  { event, title }: FiledRecord,
): Promise<SignedReceipt> {
  const { id: keyId, key } = await signingKey(house);
  const statement = statementOf(event);
  const signed = receiptText(statement, keyId);
  const text = `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
  const verifyAddress = `${house.portalUrl.replace(/\/$/, '')}/verify?s=${text}`;
  return { ...statement, complaintId, title, keyId, text, verifyAddress };
}

/** What a receipt says of a filing; the moment to the second, as it is signed. */
export function statementOf(event: FiledRecord['event']): ReceiptStatement {
  const { trackingNumber, at, clock, matterHash } = event;
  return { trackingNumber, filedAt: `${at.slice(0, 19)}.000Z`, triageDue: clock.due, matterHash };
}
