import { sign } from 'node:crypto';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { isSignedByUs } from '../../receipt/check-signature.ts';
import { signingKey } from '../../receipt/receipt-keys.ts';
import { done, refusal, type Result } from '../../result.ts';
import { bundleContent, collectConfiguration, type BundleContent } from './bundle-content.ts';

const FORMAT = 'bihuan-configuration-1';

const bundleSchema = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string().max(40),
  keyId: z.string().max(40),
  signature: z.string().max(200),
  content: z.unknown(),
});

/** The configuration in force as one signed file. For system admins. */
export async function exportConfiguration(
  house: House,
  actor: Actor,
): Promise<Result<{ readonly fileName: string; readonly text: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const madeAt = house.now();
  const content = await collectConfiguration(house);
  const { id: keyId, key } = await signingKey(house);
  const signature = sign(null, Buffer.from(signedText(madeAt, content)), key).toString('base64url');
  const text = JSON.stringify({ format: FORMAT, madeAt, keyId, signature, content }, null, 1);
  return done({ fileName: `bihuan-configuration-${madeAt.slice(0, 10)}.json`, text });
}

export type OpenedBundle =
  | { readonly ok: true; readonly madeAt: string; readonly content: BundleContent }
  | { readonly ok: false; readonly fault: 'malformed' | 'not_signed' };

/** A bundle, when one of this house's keys signed exactly what is in it. */
export async function openBundle(house: House, text: string): Promise<OpenedBundle> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'malformed' };
  }
  const bundle = bundleSchema.safeParse(raw);
  if (!bundle.success) return { ok: false, fault: 'malformed' };
  const { madeAt, keyId, signature, content } = bundle.data;
  // Before anything of it is looked at.
  if (!(await isSignedByUs(house, { keyId, signature, signed: signedText(madeAt, content) })))
    return { ok: false, fault: 'not_signed' };
  const parsed = bundleContent.safeParse(content);
  return parsed.success ? { ok: true, madeAt, content: parsed.data } : { ok: false, fault: 'malformed' };
}

/** Keys keep their order through JSON, so that what was read spells out as what was written. */
function signedText(madeAt: string, content: unknown): string {
  return `${FORMAT}\n${madeAt}\n${JSON.stringify(content)}`;
}
