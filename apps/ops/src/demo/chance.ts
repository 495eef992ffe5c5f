import { createHash } from 'node:crypto';

/** A stream of chance that is the same for the same seed. */
export type Chance = {
  /** At least 0, less than 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number;
  happens(probability: number): boolean;
  pick<Value>(from: readonly Value[]): Value;
  /** One of the keys, each as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  bytes(length: number): Uint8Array;
  /** A UUID of version 4. */
  uuid(): string;
};

/**
 * Opens the stream of a seed: sfc32, the small fast counting generator of Chris Doty-Humphrey's PractRand, started from
 * the SHA-256 of the seed, so that neighbouring seeds have nothing in common. Not for secrets.
 */
export function openChance(seed: string): Chance {
  const hash = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [
    hash.readInt32LE(0),
    hash.readInt32LE(4),
    hash.readInt32LE(8),
    hash.readInt32LE(12),
  ];
  const word = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  const fraction = () => word() / 2 ** 32;
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  const bytes = (length: number) => Uint8Array.from({ length }, () => word() & 255);
  return {
    fraction,
    whole,
    happens: (probability) => fraction() < probability,
    pick: (from) => {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => {
      const entries = Object.entries(weights) as [Key, number][];
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found[0];
    },
    bytes,
    uuid: () => {
      const hex = Buffer.from(bytes(16));
      hex[6] = ((hex[6] ?? 0) & 0x0f) | 0x40;
      hex[8] = ((hex[8] ?? 0) & 0x3f) | 0x80;
      const text = hex.toString('hex');
      return [
        text.slice(0, 8),
        text.slice(8, 12),
        text.slice(12, 16),
        text.slice(16, 20),
        text.slice(20),
      ].join('-');
    },
  };
}
