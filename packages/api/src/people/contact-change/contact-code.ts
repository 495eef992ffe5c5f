import type { House } from '../../house.ts';

export const CODE_DIGITS = 6;
/** Wrong codes until the change is given up. */
export const MOST_WRONG_CODES = 5;
/** How long a code holds. Mail may take its time. */
export const CODE_MINUTES = { phone: 30, email: 24 * 60 } as const;

/** Six random digits, without a bias that would show. */
export function contactCode(house: Pick<House, 'randomBytes'>): string {
  const number = Buffer.from(house.randomBytes(6)).readUIntBE(0, 6) % 10 ** CODE_DIGITS;
  return String(number).padStart(CODE_DIGITS, '0');
}

/** Bound to its change, so that no code fits another. */
export function contactCodeHash(
  { keyring }: Pick<House, 'keyring'>,
  changeId: string,
  code: string,
): Uint8Array {
  return keyring.keyedHash('contact_code', `${changeId}:${code}`);
}

/** The digits of a code as people type it: spaces, hyphens and full-width digits. */
export function typedDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '');
}

/** A message as staff may read it: a code that went out opens the change to whoever knows it. */
export function withoutCode(text: string): string {
  return text.replaceAll(/\d{6}/g, '••••••');
}
