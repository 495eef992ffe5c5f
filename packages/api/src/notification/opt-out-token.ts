import { timingSafeEqual } from 'node:crypto';
import type { House } from '../house.ts';

const BYTES = 16;

/** What opens the choice of one complaint without its query code: nothing can be read with it. */
export function optOutToken(house: Pick<House, 'keyring'>, complaintId: string): string {
  const mac = house.keyring.derive('opt_out', complaintId, BYTES);
  return Buffer.concat([Buffer.from(complaintId.replaceAll('-', ''), 'hex'), mac]).toString('base64url');
}

/** The complaint a token is for; null where it is none of ours. */
export function complaintOfToken(house: Pick<House, 'keyring'>, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 32) return null;
  const id = bytes.subarray(0, 16).toString('hex');
  const complaintId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const mac = house.keyring.derive('opt_out', complaintId, BYTES);
  return timingSafeEqual(mac, bytes.subarray(16)) ? complaintId : null;
}

/** The page where one click ends mails about progress. */
export function optOutUrl(house: Pick<House, 'keyring' | 'portalUrl'>, complaintId: string): string {
  return portalPage(house, `notices/${optOutToken(house, complaintId)}`).href;
}

export function portalPage({ portalUrl }: Pick<House, 'portalUrl'>, path: string): URL {
  return new URL(path, portalUrl.endsWith('/') ? portalUrl : `${portalUrl}/`);
}

/** The text of a mail as it may be shown to staff: the address that ends mails works for whoever holds it. */
export function withoutToken(text: string): string {
  return text.replace(/(\/notices\/)[\w-]{43}/g, '$1…');
}
