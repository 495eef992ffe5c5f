import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/**
 * Keys for everything that must not be readable in the database, all derived from one master key of 32 bytes
 * (HKDF-SHA-256, one label per use).
 */
export type Keyring = {
  /** The key that new fields are sealed with. */
  readonly keyId: string;
  /** Seals text with AES-256-GCM: nonce (12) · tag (16) · ciphertext. `context` binds it to its row. */
  seal(text: string, context: string): Buffer;
  /** Opens what `seal` made. Throws where key, context or bytes do not fit. */
  open(sealed: Uint8Array, context: string, keyId: string): string;
  /** The same for bytes, such as those of a file. */
  sealBytes(bytes: Uint8Array, context: string): Buffer;
  openBytes(sealed: Uint8Array, context: string, keyId: string): Buffer;
  /** Keyed hash for comparing without knowing: query and resume codes, phones, once-only tokens, network addresses, API keys. */
  keyedHash(
    use:
      | 'query_code'
      | 'phone'
      | 'email'
      | 'once'
      | 'address'
      | 'api_key'
      | 'resume_code'
      | 'contact_code'
      | 'open_answer'
      | 'backup',
    text: string,
  ): Buffer;
  /** Bytes that only the holder of the master key can derive from `text`. */
  derive(use: 'query_code' | 'opt_out' | 'proof_of_work', text: string, length: number): Buffer;
};

const NONCE = 12;
const TAG = 16;

/** `masterKeys` by id, 32 bytes each; `keyId` names the one in use, the others only open what is old. */
export function openKeyring(masterKeys: ReadonlyMap<string, Buffer>, keyId: string): Keyring {
  const keyFor = (id: string, label: string): KeyObject => {
    const master = masterKeys.get(id);
    if (master?.length !== 32) throw new Error(`no master key of 32 bytes named ${id}`);
    return createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `bihuan:${label}`, 32)));
  };
  const sealing = new Map([...masterKeys.keys()].map((id) => [id, keyFor(id, 'contact')]));
  const first = [...masterKeys.keys()][0] ?? keyId;
  const hashing = {
    query_code: keyFor(first, 'query_code'),
    phone: keyFor(first, 'phone'),
    email: keyFor(first, 'email'),
    once: keyFor(first, 'once'),
    address: keyFor(first, 'address'),
    api_key: keyFor(first, 'api_key'),
    resume_code: keyFor(first, 'resume_code'),
    contact_code: keyFor(first, 'contact_code'),
    open_answer: keyFor(first, 'open_answer'),
    backup: keyFor(first, 'backup'),
  };
  const deriving = {
    query_code: keyFor(first, 'derive_query_code'),
    opt_out: keyFor(first, 'derive_opt_out'),
    proof_of_work: keyFor(first, 'derive_proof_of_work'),
  };
  const sealingKey = (id: string): KeyObject => {
    const key = sealing.get(id);
    if (!key) throw new Error(`no key named ${id}`);
    return key;
  };
  const sealBytes = (bytes: Uint8Array, context: string): Buffer => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', sealingKey(keyId), nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (sealed: Uint8Array, context: string, id: string): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(id), bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  };
  return {
    keyId,
    sealBytes,
    openBytes,
    seal: (text, context) => sealBytes(Buffer.from(text), context),
    open: (sealed, context, id) => openBytes(sealed, context, id).toString('utf8'),
    keyedHash: (use, text) => createHmac('sha256', hashing[use]).update(text).digest(),
    derive: (use, text, length) =>
      createHmac('sha256', deriving[use]).update(text).digest().subarray(0, length),
  };
}
