import { timingSafeEqual } from 'node:crypto';
import type { House } from '../../house.ts';

const MAC = 12;

/** Names a running case to somebody who may join it; sealed, so that only cases that were offered can be named. */
export function joinToken(house: House, complaintId: string): string {
  const id = Buffer.from(complaintId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, sealOf(house, complaintId)]).toString('base64url');
}

/** The case a token names; null where it is not ours. */
export function openJoinToken(house: House, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + MAC) return null;
  const complaintId = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes.subarray(16), sealOf(house, complaintId)) ? complaintId : null;
}

function sealOf(house: House, complaintId: string): Buffer {
  return house.keyring.derive('query_code', `join:${complaintId}`, MAC);
}
