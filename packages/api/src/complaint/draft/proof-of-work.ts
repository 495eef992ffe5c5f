import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Challenge, Payload } from 'altcha-lib/v1/types';
import type { House } from '../../house.ts';

/** How many hashes a browser tries at most: a second or two on a slow phone, while the person reads. */
const MOST_TRIES = 50_000;
const VALID_MS = 24 * 60 * 60 * 1000;

/** A task for the browser that is about to file under a once-only token; its solution counts for that token alone. */
export function challengeFor(house: House, once: string): Promise<Challenge> {
  return createChallenge({
    hmacKey: keyOf(house),
    maxNumber: MOST_TRIES,
    expires: new Date(Date.now() + VALID_MS),
    params: { once },
  });
}

/** Whether a browser has solved the task that it was given for this token. */
export async function isProved(house: House, once: string, proof: unknown): Promise<boolean> {
  const payload = readPayload(proof);
  if (payload === null || extractParams(payload)['once'] !== once) return false;
  return verifySolution(payload, keyOf(house));
}

function readPayload(proof: unknown): Payload | null {
  if (typeof proof !== 'string' || proof === '' || proof.length > 1000) return null;
  try {
    const { algorithm, challenge, number, salt, signature } = JSON.parse(atob(proof)) as Record<
      string,
      unknown
    >;
    const isWhole = algorithm === 'SHA-256' && typeof number === 'number' && typeof salt === 'string';
    if (!isWhole || typeof challenge !== 'string' || typeof signature !== 'string') return null;
    return { algorithm, challenge, number, salt, signature };
  } catch {
    return null;
  }
}

function keyOf({ keyring }: House): string {
  return keyring.derive('proof_of_work', 'filing', 32).toString('hex');
}
