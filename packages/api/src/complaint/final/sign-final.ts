import { createHash, sign } from 'node:crypto';
import { readStream, toDomainEvent } from '@bihuan/db';
import {
  finalDossier,
  finalText,
  type ComplaintEvent,
  type FinalDossier,
  type FinalStatement,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { signingKey } from '../../receipt/receipt-keys.ts';

/** A final answer with its dossier, signed like a receipt. */
export type SignedFinal = FinalStatement & {
  readonly dossier: FinalDossier;
  readonly keyId: string;
  /** The signed text for QR code and print: `BHF1.….<signature>`. */
  readonly text: string;
  /** Address of the page that checks it, with the text in it. */
  readonly verifyAddress: string;
};

/** The dossier of a complaint as its events tell it; null where no final answer is proposed or approved. */
export async function dossierOf(house: House, complaintId: string): Promise<FinalDossier | null> {
  const stream = await readStream(house.db, complaintId);
  if (stream[0]?.stream !== 'complaint') return null;
  return finalDossier(stream.map((one) => toDomainEvent<ComplaintEvent>(one)));
}

/** What a final answer says; null before it was approved. */
export function finalStatementOf(dossier: FinalDossier): FinalStatement | null {
  if (dossier.approved === null) return null;
  const dossierHash = createHash('sha256').update(JSON.stringify(dossier)).digest('hex');
  const approvedAt = `${dossier.approved.at.slice(0, 19)}.000Z`;
  return { trackingNumber: dossier.trackingNumber, approvedAt, dossierHash };
}

/** The signed final answer; null before it was approved. */
export async function signFinal(house: House, dossier: FinalDossier): Promise<SignedFinal | null> {
  const statement = finalStatementOf(dossier);
  if (statement === null) return null;
  const { id: keyId, key } = await signingKey(house);
  const signed = finalText(statement, keyId);
  const text = `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
  const verifyAddress = `${house.portalUrl.replace(/\/$/, '')}/verify?s=${text}`;
  return { ...statement, dossier, keyId, text, verifyAddress };
}
