import type { Role } from './actor.ts';

/** Whether a house asks for the second factor: of everybody above the clerks, or of those alone who set one up. */
export const SECOND_FACTOR_RULES = ['required', 'offered'] as const;
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number];

/** Length of one time step of a code, in seconds (RFC 6238). */
export const STEP_SECONDS = 30;

/** How many recovery codes a person is given at a time. */
export const RECOVERY_CODES = 10;

/** Whether somebody with these roles may not sign in by a password alone, even where no second factor is set up yet. */
export function mustHaveSecondFactor(rule: SecondFactorRule, roles: readonly Role[]): boolean {
  return rule === 'required' && roles.some((role) => role !== 'clerk');
}

/** A code as people type it: six digits of the app, or ten letters and digits of a recovery code; null where it is neither. */
export function readCode(typed: string): { readonly kind: 'app' | 'recovery'; readonly code: string } | null {
  const code = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(code)) return { kind: 'app', code };
  // The alphabet leaves out what is read wrongly: 0 O 1 I.
  if (/^[2-9A-HJ-NP-Z]{10}$/.test(code)) return { kind: 'recovery', code };
  return null;
}

/** A recovery code made of ten random bytes, as it is printed: `XXXXX-XXXXX`. */
export function recoveryCodeOf(random: Uint8Array): string {
  const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const letters = [...random.subarray(0, 10)].map((byte) => ALPHABET[byte % 32] ?? '').join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
