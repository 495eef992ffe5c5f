import type { publicApi } from '../api.ts';

type Keys = Awaited<ReturnType<ReturnType<typeof publicApi>['listReceiptKeys']>>;

/** Head of every Ed25519 public key in SPKI; the 32 bytes of the key follow. Source: RFC 8410, 4. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** The keys as they are published: as JSON Web Key and as PEM. */
export function publishedKeys(keys: Keys) {
  return {
    format: 'BHR1',
    keys: keys.map(({ id, publicKey, from, until }) => ({
      kid: id,
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      x: publicKey,
      pem: pemOf(publicKey),
      from,
      until,
    })),
  };
}

function pemOf(publicKey: string): string {
  const body = Buffer.concat([SPKI_HEAD, Buffer.from(publicKey, 'base64url')]).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----\n`;
}
