import { timingSafeEqual } from 'node:crypto';
import type { House } from '../../house.ts';

const MAC = 18;

/** The address of the rating page in an answer's mail: which complaint, which answer, and a seal nobody can guess. */
export function ratingToken(house: House, complaintId: string, answers: number): string {
  const id = Buffer.from(complaintId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, Buffer.from([answers]), sealOf(house, complaintId, answers)]).toString(
    'base64url',
  );
}

/** What a token opens; null where it is not ours. */
export function openRatingToken(
  house: House,
  token: string,
): { readonly complaintId: string; readonly answers: number } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 17 + MAC) return null;
  const complaintId = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const answers = bytes[16] ?? 0;
  return timingSafeEqual(bytes.subarray(17), sealOf(house, complaintId, answers))
    ? { complaintId, answers }
    : null;
}

function sealOf(house: House, complaintId: string, answers: number): Buffer {
  return house.keyring.derive('query_code', `rating:${complaintId}:${answers}`, MAC);
}

/** The text of a mail as staff may read it: whoever holds the link rates, and no staff member rates for anybody. */
export function withoutRatingToken(text: string): string {
  return text.replaceAll(/(\/rate\?t=)[\w-]+/g, '$1…');
}
