import { readOpenMatters, searchWords } from '@bihuan/db';
import { doublesOf, hidePrivateData, type Double, type SupervisionItem } from '@bihuan/domain';
import { scoreLookAlike } from '../complaint/lookalike/score-lookalike.ts';
import { wordCounts } from '../complaint/lookalike/word-memory.ts';
import { rareWords, tellingWords } from '../complaint/lookalike/word-weights.ts';
import type { House } from '../house.ts';
import { supervisionOf } from '../policy/rules-in-force.ts';

const PER_WORD = 1000;
const MOST_COMPARED = 60;

/** Open items on the same matter, by the statistics of look-alike complaints: words weighed by their rareness. */
export async function findDoubles(
  house: House,
  { id, problem, complaintIds }: Pick<SupervisionItem, 'id' | 'problem' | 'complaintIds'>,
  leadDepartmentId: string | null,
): Promise<readonly Double[]> {
  const words = wordsOf(problem);
  const rare = rareWords(words, await wordCounts(house, words));
  const open = await readOpenMatters(house.db, id, complaintIds, rare, PER_WORD, MOST_COMPARED);
  const counts = await wordCounts(
    house,
    open.flatMap((other) => wordsOf(other.problem)),
  );
  const nothingElse = { place: '', departmentId: null, isSamePhone: false, submittedAt: house.now() };
  const matters = open.map(({ id: itemId, problem: text, ...other }) => {
    const { cosine } = scoreLookAlike(
      { ...nothingElse, words },
      { ...nothingElse, words: wordsOf(text) },
      counts,
    );
    return { ...other, itemId, likeness: Math.round(cosine * 100) };
  });
  return doublesOf({ complaintIds, leadDepartmentId }, matters, await supervisionOf(house));
}

function wordsOf(problem: string): readonly string[] {
  return tellingWords(searchWords(hidePrivateData(problem)).split(' '));
}
