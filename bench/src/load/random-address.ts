import { randomInt } from 'node:crypto';

/** A network address as another complainant would have it, of the block set aside for benchmarks (RFC 2544) and private ones. */
export function randomAddress(): string {
  return ['10', randomInt(256), randomInt(256), randomInt(1, 255)].join('.');
}
