import { randomFillSync } from 'node:crypto';

/** As many as the nonces and codes of some hundred filings need. */
const POOL = 8192;

const pool = Buffer.alloc(POOL);
let drawn = POOL;

/**
 * Random bytes for nonces, codes and numbers, fit for keys: those of `crypto.randomBytes`, asked of the system many at a time,
 * since every question costs more than the bytes. What was given out is wiped from the pool.
 */
export function drawBytes(length: number): Buffer {
  if (length > POOL) return randomFillSync(Buffer.alloc(length));
  if (drawn + length > POOL) {
    randomFillSync(pool);
    drawn = 0;
  }
  const bytes = Buffer.from(pool.subarray(drawn, drawn + length));
  pool.fill(0, drawn, drawn + length);
  drawn += length;
  return bytes;
}
