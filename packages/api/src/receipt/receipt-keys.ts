import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { makeReceiptKey, readReceiptKeys, readSigningKey, type ReceiptKey } from '@bihuan/db';
import type { House } from '../house.ts';

/** How long a process goes on with a key after another one was made, in milliseconds. */
const KEEP_MS = 60_000;

type SigningKey = { readonly id: string; readonly key: KeyObject };

const kept = new WeakMap<House['db'], { readonly until: number; readonly key: Promise<SigningKey> }>();

/** The key that signs now; the first one is made when it is first asked for. */
export function signingKey(house: House): Promise<SigningKey> {
  const clock = performance.now();
  const known = kept.get(house.db);
  if (known !== undefined && known.until > clock) return known.key;
  const key = openKey(house);
  kept.set(house.db, { until: clock + KEEP_MS, key });
  key.catch(() => kept.delete(house.db));
  return key;
}

async function openKey(house: House): Promise<SigningKey> {
  await makeReceiptKey(house.db, house.keyring, house.now(), { isFirstOnly: true });
  const found = await readSigningKey(house.db, house.keyring);
  if (found === null) throw new Error('no key signs receipts');
  return { id: found.id, key: createPrivateKey({ key: found.pkcs8, format: 'der', type: 'pkcs8' }) };
}

/** Every key that ever signed receipts, for anybody to check them with; oldest first. */
export async function listReceiptKeys(house: House): Promise<readonly ReceiptKey[]> {
  await signingKey(house);
  return readReceiptKeys(house.db);
}

/**
 * Makes a new signing key; the secret half of the old one is removed, its public half stays published. Other processes
 * take the new one within a minute. For the operator.
 */
export async function rotateReceiptKey(house: House): Promise<ReceiptKey> {
  await makeReceiptKey(house.db, house.keyring, house.now(), { isFirstOnly: false });
  kept.delete(house.db);
  const { id } = await signingKey(house);
  const made = (await readReceiptKeys(house.db)).find((key) => key.id === id);
  if (made === undefined) throw new Error(`the new key ${id} was not kept`);
  return made;
}

/** The public half as OpenSSL and browsers take it. */
export function publicKeyOf({ publicKey }: Pick<ReceiptKey, 'publicKey'>): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}
