import { isLocalDate } from '../calendar/local-date.ts';
import type { Due, Instant } from '../calendar/index.ts';

/** What a signed receipt says. Nothing of the person, and not the query code. */
export type ReceiptStatement = {
  readonly trackingNumber: string;
  /** To the second, ISO-8601 UTC. */
  readonly filedAt: Instant;
  /** Until when the complainant is told whether the complaint is taken on, as promised at filing. */
  readonly triageDue: Due;
  /** SHA-256 of the matter as filed, in hex. */
  readonly matterHash: string;
};

export type ParsedReceipt =
  | {
      readonly ok: true;
      readonly statement: ReceiptStatement;
      readonly keyId: string;
      /** The text that the signature is over. */
      readonly signed: string;
      /** Ed25519, 64 bytes in base64url. */
      readonly signature: string;
    }
  | { readonly ok: false; readonly code: 'no_receipt' | 'incomplete' };

const BEGINNING = 'BHR1';
const SIGNATURE_LENGTH = 86;
const NUMBER = /^[A-Z]{1,8}-[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z]$/;
const FILED = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const DUE = /^(\d{4})(\d\d)(\d\d)(am|pm)(~?)$/;

/**
 * The text that is signed: `BHR1.<number>.<filed>.<due>.<hash>.<key>`, of characters that need no escaping in an address.
 * `<filed>` is `20261012T010000Z`; `<due>` is `20261013am`, with `~` behind it where the date is provisional.
 */
export function receiptText(
  { trackingNumber, filedAt, triageDue, matterHash }: ReceiptStatement,
  keyId: string,
): string {
  const filed = `${filedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const due = `${triageDue.date.replaceAll('-', '')}${triageDue.half}${triageDue.provisional ? '~' : ''}`;
  return [BEGINNING, trackingNumber, filed, due, matterHash, keyId].join('.');
}

/**
 * Reads a signed receipt as it was scanned or pasted: alone, within an address, or broken over lines. 'incomplete' begins
 * as one and ends too early or holds too much; whether the signature is right is not asked here.
 */
export function parseReceipt(text: string): ParsedReceipt {
  const joined = text.replaceAll(/\s/g, '');
  const start = joined.lastIndexOf(`${BEGINNING}.`);
  if (start < 0) return { ok: false, code: 'no_receipt' };
  const parts = joined.slice(start).split('.');
  const [, trackingNumber = '', filed = '', due = '', matterHash = '', keyId = '', signature = ''] = parts;
  const filedAt = FILED.exec(filed);
  const triageDue = DUE.exec(due);
  const isWhole =
    parts.length === 7 &&
    NUMBER.test(trackingNumber) &&
    /^[0-9a-f]{64}$/.test(matterHash) &&
    /^[0-9a-z]{1,12}$/.test(keyId) &&
    /^[\w-]+$/.test(signature) &&
    signature.length === SIGNATURE_LENGTH;
  if (!isWhole || filedAt === null || triageDue === null) return { ok: false, code: 'incomplete' };
  const [, year, month, day, hour, minute, second] = filedAt;
  const [, dueYear, dueMonth, dueDay, half, tilde] = triageDue;
  const date = `${dueYear}-${dueMonth}-${dueDay}`;
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  if (!isLocalDate(date) || Number.isNaN(Date.parse(instant))) return { ok: false, code: 'incomplete' };
  return {
    ok: true,
    statement: {
      trackingNumber,
      filedAt: instant,
      triageDue: { date, half: half === 'am' ? 'am' : 'pm', provisional: tilde === '~' },
      matterHash,
    },
    keyId,
    signed: parts.slice(0, 6).join('.'),
    signature,
  };
}
