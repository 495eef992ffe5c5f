import { timingSafeEqual } from 'node:crypto';
import { findTry } from '@bihuan/db';
import { normaliseQueryCode, parseTrackingNumber } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { trackingLimit } from './tracking-limit.ts';

const schema = z.object({ number: typedText(1, 100), code: typedText(1, 100) });

/** Stands in for the hash of a complaint that is not there, so that as much is compared. */
const NOBODY = Buffer.alloc(32);

/**
 * Opens a case by tracking number and query code, typed however sloppily. A wrong number and a wrong code are one answer,
 * come to by the same work: `not_found`. Too many failures from one address are `too_many_tries` with the minutes to wait;
 * then a right code does not help either. `address`: the network address that asks, never kept as it is.
 */
export async function openTracking(
  house: House,
  address: string,
  raw: unknown,
): Promise<Result<{ readonly complaintId: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const typed = parseTrackingNumber(parsed.value.number, house.numberPrefix);
  const number = typed.ok ? typed.number : '';
  const code = normaliseQueryCode(parsed.value.code) ?? '';
  const limit = trackingLimit(house, address, number);
  const { found, counted } = await findTry(house.db, number, limit.keys);
  const wait = limit.waitSeconds(counted);
  if (wait > 0) return refusal('too_many_tries', { minutes: Math.ceil(wait / 60) });
  const hash = house.keyring.keyedHash('query_code', code);
  const isRight = timingSafeEqual(hash, found?.codeHash ?? NOBODY);
  if (isRight && found !== null) return done({ complaintId: found.complaintId });
  await limit.countFailure();
  return refusal('not_found');
}
