import { verify } from 'node:crypto';
import { readReceiptKeys } from '@bihuan/db';
import { z } from 'zod';
import type { House } from '../house.ts';
import { publicKeyOf } from './receipt-keys.ts';

/** A signed text as scanned or pasted. */
export const signedTextSchema = z.object({
  text: z.string('required').trim().min(1, 'required').max(4000, 'too_long'),
});

/** What is said to be signed, by which key, and the signature in base64url. */
type Signed = { readonly keyId: string; readonly signed: string; readonly signature: string };

/** Whether one of our keys signed exactly this. */
export async function isSignedByUs(house: House, { keyId, signed, signature }: Signed): Promise<boolean> {
  const key = (await readReceiptKeys(house.db)).find(({ id }) => id === keyId);
  const bytes = Buffer.from(signature, 'base64url');
  const isExact = bytes.toString('base64url') === signature;
  return key !== undefined && isExact && verify(null, Buffer.from(signed), publicKeyOf(key), bytes);
}
