import { DRAFT_DAYS } from '@bihuan/api';
import type { AstroCookies } from 'astro';
import { env, house } from '../house.ts';

/** What a browser may carry for a while: sealed, so that it tells nothing, and bound to its use. */
type Passes = {
  /** The receipt just made; shown once. */
  readonly receipt: { readonly complaintId: string; readonly code: string; readonly isNew: boolean };
  /** The receipt as a file, without its code; for a while after it was shown. */
  readonly paper: { readonly complaintId: string };
  /** The case that number and code opened. */
  readonly case: { readonly complaintId: string };
  /** The filing being written. */
  readonly draft: { readonly draftId: string };
};

export const PASS_MINUTES = { receipt: 10, paper: 30, case: 30, draft: DRAFT_DAYS * 24 * 60 } as const;

const PATHS = {
  receipt: '/complaints/receipt',
  paper: '/complaints/receipt',
  case: '/track',
  draft: '/complaints',
} as const;
const isHttps = new URL(env.PORTAL_URL).protocol === 'https:';

/** By https no plain connection can plant one. */
const nameOf = (use: keyof Passes) => (isHttps ? `__Secure-${use}` : use);

export function givePass<Use extends keyof Passes>(cookies: AstroCookies, use: Use, data: Passes[Use]): void {
  const until = Date.now() + PASS_MINUTES[use] * 60_000;
  const sealed = house.keyring.seal(JSON.stringify({ ...data, until }), `pass:${use}`);
  cookies.set(nameOf(use), `${house.keyring.keyId}.${sealed.toString('base64url')}`, {
    path: PATHS[use],
    maxAge: PASS_MINUTES[use] * 60,
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps,
  });
}

/** What the browser carries; null where it carries nothing, or something old or not ours. */
export function readPass<Use extends keyof Passes>(cookies: AstroCookies, use: Use): Passes[Use] | null {
  const [keyId = '', sealed = ''] = cookies.get(nameOf(use))?.value.split('.') ?? [];
  const text = opened(Buffer.from(sealed, 'base64url'), `pass:${use}`, keyId);
  if (text === null) return null;
  const { until, ...data } = JSON.parse(text) as Passes[Use] & { until: number };
  return until > Date.now() ? (data as unknown as Passes[Use]) : null;
}

export function dropPass(cookies: AstroCookies, use: keyof Passes): void {
  cookies.delete(nameOf(use), { path: PATHS[use], httpOnly: true, sameSite: 'strict', secure: isHttps });
}

function opened(sealed: Uint8Array, context: string, keyId: string): string | null {
  try {
    return house.keyring.open(sealed, context, keyId);
  } catch {
    return null;
  }
}
