import { countNewWords } from '@bihuan/db';
import { forgetWordCounts } from '../complaint/lookalike/word-memory.ts';
import type { House } from '../house.ts';

const AT_ONCE = 2000;

/** Filings of the last minute may still be under way. */
const BACK_MS = 60_000;

/** Counts the words of new complaints for the rareness of words, in steps, until there are none left. Returns how many. */
export async function countWords(house: House): Promise<number> {
  const through = new Date(Date.parse(house.now()) - BACK_MS).toISOString();
  let total = 0;
  for (let taken = AT_ONCE; taken >= AT_ONCE; total += taken)
    taken = await countNewWords(house.db, through, AT_ONCE);
  if (total > 0) forgetWordCounts(house);
  return total;
}
