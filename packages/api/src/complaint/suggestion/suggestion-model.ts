import { setImmediate } from 'node:timers/promises';
import { margin, separatingPlane, type Weights } from './separating-plane.ts';
import { textFeatures } from './text-features.ts';
import { learnVocabulary, vectorOf, type Vocabulary } from './vocabulary.ts';

/** A text with what a person decided about it. */
export type DecidedText = { readonly label: string; readonly text: string };

/** One plane for each label, over one vocabulary. */
export type SuggestionModel = {
  readonly vocabulary: Vocabulary;
  readonly planes: readonly { readonly label: string; readonly weights: Weights }[];
};

/** What a model makes of a text. `share`: how much of all labels this one has, 0 to 1; not a probability. */
export type Suggestion = {
  readonly label: string;
  readonly share: number;
  /** The words that spoke for it, most first, with how much each moved the decision. */
  readonly because: readonly { readonly word: string; readonly weight: number }[];
};

const SHARPNESS = 3;
const MOST_REASONS = 5;

/** What has a smaller share is not worth reading; the best is always said. */
const LEAST_SHARE = 0.03;

/** Learns what people decided. The same texts in the same order give the same model. Gives way between labels. */
export async function trainSuggestions(decided: readonly DecidedText[]): Promise<SuggestionModel> {
  const features = decided.map(({ text }) => textFeatures(text));
  const vocabulary = learnVocabulary(features);
  const vectors = features.map((one) => vectorOf(one, vocabulary));
  const labels = [...new Set(decided.map(({ label }) => label))].sort();
  const planes = [];
  for (const label of labels) {
    const isOf = decided.map((one) => one.label === label);
    planes.push({ label, weights: separatingPlane(vectors, isOf, vocabulary.size) });
    await setImmediate();
  }
  return { vocabulary, planes };
}

/** The labels that fit a text best, best first. */
export function suggestLabels(model: SuggestionModel, text: string, most: number): readonly Suggestion[] {
  const features = textFeatures(text);
  const vector = vectorOf(features, model.vocabulary);
  const margins = model.planes.map(({ weights }) => margin(vector, weights));
  const highest = Math.max(...margins);
  const powers = margins.map((one) => Math.exp(SHARPNESS * (one - highest)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const values = new Map(Array.from(vector.places, (place, at) => [place, vector.values[at] as number]));
  return model.planes
    .map(({ label, weights }, index) => ({ label, weights, share: (powers[index] as number) / total }))
    .sort((a, b) => b.share - a.share || (a.label < b.label ? -1 : 1))
    .filter(({ share }, index) => index === 0 || share >= LEAST_SHARE)
    .slice(0, most)
    .map(({ label, weights, share }) => ({
      ...{ label, share },
      because: reasons([...features.words.keys()], model.vocabulary, values, weights),
    }));
}

function reasons(
  words: readonly string[],
  vocabulary: Vocabulary,
  values: ReadonlyMap<number, number>,
  weights: Weights,
): Suggestion['because'] {
  const spoken = words
    .filter((word) => [...word].length > 1)
    .map((word) => {
      const place = vocabulary.words.get(word)?.place;
      const weight = place === undefined ? 0 : (weights[place] as number) * (values.get(place) ?? 0);
      return { word, weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  return spoken
    .filter(({ word }, at) => !spoken.slice(0, at).some((before) => before.word.includes(word)))
    .slice(0, MOST_REASONS);
}
