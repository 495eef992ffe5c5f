import type { AttachmentKind } from '@bihuan/domain';

/** What is known of a file whose bytes lie in the file store. */
export type KeptFile = {
  readonly id: string;
  readonly kind: AttachmentKind;
  /** Media type as found in the bytes. */
  readonly type: string;
  readonly bytes: number;
  /** SHA-256 in hex, of the file as it came. */
  readonly sha256: string;
  readonly copySha256: string | null;
  /** Text only; sealed where it is kept. */
  readonly name: string;
  readonly scan: 'clean' | 'not_scanned';
};

/** The name of a file as it is kept, and the key that it and the bytes of the file are sealed under. */
export type SealedName = { readonly sealedName: Uint8Array; readonly keyId: string };

/** The context that binds a sealed name to its file. */
export function nameContext(id: string): string {
  return `attachment:name:${id}`;
}
