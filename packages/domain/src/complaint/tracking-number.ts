import { isLocalDate } from '../calendar/local-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { checkCharacter } from './check-character.ts';
import { encodeCrockford, foldCrockford, isCrockford } from './crockford-base32.ts';

const SERIAL_LENGTH = 6;
const PREFIX = /^[A-Z]{1,8}$/;
const BODY = /^\d{6}.{7}$/;

export type ParsedTrackingNumber =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly code: 'malformed' | 'wrong_check' };

/**
 * A public tracking number, `BH-260930-7K2M9Q-C`: prefix, day of filing in Shanghai as YYMMDD, six random characters, a
 * check character over day and serial. The serial is random, so that numbers tell nothing about volume; two of a day may
 * meet, about 1 in 10⁹ for any pair, so the store keeps numbers unique. Throws RangeError for a prefix that is not 1–8
 * capitals, a day outside 2000–2099, or fewer than six random bytes.
 */
export function trackingNumber(parts: {
  readonly prefix: string;
  readonly date: LocalDate;
  readonly random: Uint8Array;
}): string {
  const { prefix, date, random } = parts;
  requirePrefix(prefix);
  if (!isLocalDate(date) || !date.startsWith('20')) throw new RangeError(`not a day of 2000–2099: ${date}`);
  const day = date.slice(2).replaceAll('-', '');
  return grouped(prefix, day + encodeCrockford(random, SERIAL_LENGTH));
}

/**
 * Reads a tracking number as people type it: lower case, spaces, full-width forms, hyphens missing or of any kind, O for 0,
 * I or L for 1. `number` is the canonical form. 'malformed' is not such a number at all (also a day that does not exist);
 * 'wrong_check' is one mistyped. Throws RangeError for a prefix that is not 1–8 capitals.
 */
export function parseTrackingNumber(text: string, prefix: string): ParsedTrackingNumber {
  requirePrefix(prefix);
  const folded = foldCrockford(text);
  const start = foldCrockford(prefix);
  const body = folded.slice(start.length);
  if (!folded.startsWith(start) || !BODY.test(body) || !isCrockford(body))
    return { ok: false, code: 'malformed' };
  const checked = body.slice(0, -1);
  if (checkCharacter(checked) !== body.slice(-1)) return { ok: false, code: 'wrong_check' };
  if (!isLocalDate(`20${body.slice(0, 2)}-${body.slice(2, 4)}-${body.slice(4, 6)}`))
    return { ok: false, code: 'malformed' };
  return { ok: true, number: grouped(prefix, checked) };
}

function grouped(prefix: string, checked: string): string {
  return [prefix, checked.slice(0, 6), checked.slice(6), checkCharacter(checked)].join('-');
}

function requirePrefix(prefix: string): void {
  if (!PREFIX.test(prefix)) throw new RangeError(`not a prefix of 1 to 8 capitals: ${prefix}`);
}
