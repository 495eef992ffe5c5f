import { dictionary } from '@zxcvbn-ts/language-common';
import { LEAST_PASSWORD } from './least-password.ts';

/** Passwords of known leaks that are long enough to be allowed otherwise. */
const COMMON = new Set(dictionary['passwords-common'].filter((text) => text.length >= LEAST_PASSWORD));

/** Whether many people had this password, or one of few characters repeated: it is among the first that are tried. */
export function isCommonPassword(text: string): boolean {
  const small = text.normalize('NFKC').toLowerCase();
  return COMMON.has(small) || new Set(small).size < 4;
}
