import type { Instant } from '../calendar/index.ts';

/** What a signed final answer says. Nothing of the person. */
export type FinalStatement = {
  readonly trackingNumber: string;
  /** To the second, ISO-8601 UTC. */
  readonly approvedAt: Instant;
  /** SHA-256 of the dossier, in hex. */
  readonly dossierHash: string;
};

export type ParsedFinal =
  | {
      readonly ok: true;
      readonly statement: FinalStatement;
      readonly keyId: string;
      /** The text that the signature is over. */
      readonly signed: string;
      /** Ed25519, 64 bytes in base64url. */
      readonly signature: string;
    }
  | { readonly ok: false; readonly code: 'no_final' | 'incomplete' };

const BEGINNING = 'BHF1';
const WHOLE =
  /^BHF1\.([A-Z]{1,8}-[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z])\.(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.([0-9a-f]{64})\.([0-9a-z]{1,12})\.([\w-]{86})$/;

/** The text that is signed: `BHF1.<number>.<approved>.<hash>.<key>`, of characters that need no escaping in an address. */
export function finalText(
  { trackingNumber, approvedAt, dossierHash }: FinalStatement,
  keyId: string,
): string {
  const approved = `${approvedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return [BEGINNING, trackingNumber, approved, dossierHash, keyId].join('.');
}

/** Whether a text holds a signed final answer, whole or not. */
export function isFinalText(text: string): boolean {
  return text.replaceAll(/\s/g, '').includes(`${BEGINNING}.`);
}

/** Reads a signed final answer as it was scanned or pasted: alone, within an address, or broken over lines. */
export function parseFinal(text: string): ParsedFinal {
  const joined = text.replaceAll(/\s/g, '');
  const start = joined.lastIndexOf(`${BEGINNING}.`);
  if (start < 0) return { ok: false, code: 'no_final' };
  const whole = WHOLE.exec(joined.slice(start));
  if (whole === null) return { ok: false, code: 'incomplete' };
  const [all, trackingNumber = '', year, month, day, hour, minute, second, dossierHash = '', keyId = ''] =
    whole;
  const approvedAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  if (Number.isNaN(Date.parse(approvedAt))) return { ok: false, code: 'incomplete' };
  return {
    ok: true,
    statement: { trackingNumber, approvedAt, dossierHash },
    keyId,
    signed: all.slice(0, all.lastIndexOf('.')),
    signature: whole[10] ?? '',
  };
}
