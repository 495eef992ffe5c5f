import { createHash } from 'node:crypto';

/** A draw that says the same for the same words, whatever else was drawn before. */
export type Chance = {
  /** At least 0, less than 1. */
  fraction(what: string): number;
  happens(what: string, probability: number): boolean;
  /** A whole number from `least` to `most`, both possible. */
  whole(what: string, least: number, most: number): number;
  pick<Value>(what: string, from: readonly Value[]): Value;
};

export function chanceOf(seed: string): Chance {
  const fraction = (what: string) => digest(`${seed}/${what}`).readUInt32BE(0) / 2 ** 32;
  const whole = (what: string, least: number, most: number) =>
    least + Math.floor(fraction(what) * (most - least + 1));
  return {
    fraction,
    happens: (what, probability) => fraction(what) < probability,
    whole,
    pick: (what, from) => {
      const picked = from[whole(what, 0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}

/** Ids and random bytes of one stream, each the next of its seed. */
export function sourceOf(seed: string): {
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
} {
  let drawn = 0;
  const next = () => digest(`${seed}#${(drawn += 1)}`);
  return {
    newId: () => {
      const bytes = next();
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
      return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
    randomBytes: (length) => {
      const bytes: number[] = [];
      while (bytes.length < length) bytes.push(...next());
      return Uint8Array.from(bytes.slice(0, length));
    },
  };
}

function digest(words: string): Buffer {
  return createHash('sha256').update(words).digest();
}
