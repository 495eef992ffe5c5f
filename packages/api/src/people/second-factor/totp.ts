import { Secret, TOTP } from 'otpauth';
import { STEP_SECONDS, type Instant } from '@bihuan/domain';

/** Codes of the step before and after the present one are taken: clocks differ, and typing takes time. */
const WINDOW = 1;

const OPTIONS = { issuer: 'Bihuan', algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;

/** A new secret of 20 bytes, in Base32 as authenticator apps take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code holds: `otpauth://totp/…`. */
export function uriOf(secret: string, login: string): string {
  return new TOTP({ ...OPTIONS, label: login, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step of a code that fits now; null where it fits none near. */
export function stepOf(secret: string, code: string, now: Instant): number | null {
  const timestamp = Date.parse(now);
  const totp = new TOTP({ ...OPTIONS, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}
