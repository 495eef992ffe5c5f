import { searchWords } from '@bihuan/db';
import { LEAST_LIKENESS } from '../find-lookalikes.ts';
import { scoreLookAlike, type Comparable } from './score-lookalike.ts';
import { rareWords, tellingWords, type WordCounts } from './word-weights.ts';

/** A text with the cluster it was put into by a person; an empty cluster is a distractor. */
export type LabelledText = {
  readonly cluster: string;
  readonly id: string;
  readonly title: string;
  readonly body: string;
};

export type LookAlikeFigures = {
  readonly texts: number;
  readonly clusters: number;
  /** Texts that have another in their cluster: each is asked for once. */
  readonly queries: number;
  /** Of what was shown in the first five, the share that was right. */
  readonly precision: number;
  /** Of what could have been shown in the first five, the share that was. */
  readonly recall: number;
  /** Queries whose first answer was right, as a share. */
  readonly firstRight: number;
};

const SHOWN = 5;
const MOST_COMPARED = 60;
const SAME_DAY = '2026-01-01T00:00:00.000Z';

type Text = Comparable & { readonly id: number; readonly cluster: string; readonly isSamePhone: false };

/** How well look-alikes are found among these texts alone: the same choice of candidates and the same score as at work. */
export function evaluateLookAlikes(labelled: readonly LabelledText[]): LookAlikeFigures {
  const texts = labelled.map(({ cluster, title, body }, id): Text => {
    const words = tellingWords(searchWords(`${title} ${body}`).split(' '));
    return { id, cluster, words, place: '', departmentId: null, submittedAt: SAME_DAY, isSamePhone: false };
  });
  const index = indexOf(texts);
  const of = new Map([...index].map(([word, found]) => [word, found.length]));
  const counts = { documents: texts.length, of };
  const sizes = Map.groupBy(
    texts.filter(({ cluster }) => cluster !== ''),
    ({ cluster }) => cluster,
  );
  const queries = texts.filter(({ cluster }) => (sizes.get(cluster)?.length ?? 0) > 1);
  let [shown, right, possible, first] = [0, 0, 0, 0];
  for (const query of queries) {
    const answers = answersTo(query, texts, index, counts);
    const hits = answers.filter(({ cluster }) => cluster === query.cluster);
    shown += answers.length;
    right += hits.length;
    possible += Math.min(SHOWN, (sizes.get(query.cluster)?.length ?? 1) - 1);
    if (answers[0]?.cluster === query.cluster) first += 1;
  }
  return {
    texts: texts.length,
    clusters: [...sizes.values()].filter((members) => members.length > 1).length,
    queries: queries.length,
    precision: share(right, shown),
    recall: share(right, possible),
    firstRight: share(first, queries.length),
  };
}

function answersTo(
  query: Text,
  texts: readonly Text[],
  index: ReadonlyMap<string, readonly number[]>,
  counts: WordCounts,
): readonly Text[] {
  const weights = new Map<number, number>();
  for (const [word, weight] of rareWords(query.words, counts))
    for (const id of index.get(word) ?? [])
      if (id !== query.id) weights.set(id, (weights.get(id) ?? 0) + weight);
  return [...weights]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, MOST_COMPARED)
    .map(([id]) => texts[id] as Text)
    .map((text) => ({ text, score: scoreLookAlike(query, text, counts).score }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score || a.text.id - b.text.id)
    .slice(0, SHOWN)
    .map(({ text }) => text);
}

function indexOf(texts: readonly Text[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const { id, words } of texts)
    for (const word of words) {
      const found = index.get(word);
      if (found === undefined) index.set(word, [id]);
      else found.push(id);
    }
  return index;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
