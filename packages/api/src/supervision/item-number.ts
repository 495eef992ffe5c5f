import { localDateOf, type Instant } from '@bihuan/domain';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/**
 * A number for a supervision item: `DB-2026-7K3QF2`, the year in Shanghai and thirty random bits in Crockford's letters.
 * Random rather than counted: a counter per year would be one row that every registration waits for, and would tell from
 * any bulletin how many items there are. The database keeps numbers unique; whoever gets one that is taken draws again.
 */
export function itemNumber(now: Instant, randomBytes: (length: number) => Uint8Array): string {
  return drawnNumber('DB', now, randomBytes);
}

/** The same for other things that are numbered: the letters they begin with, the year, six letters. */
export function drawnNumber(
  prefix: string,
  now: Instant,
  randomBytes: (length: number) => Uint8Array,
): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${prefix}-${localDateOf(now).slice(0, 4)}-${letters}`;
}
