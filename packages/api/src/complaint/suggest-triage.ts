import type { House } from '../house.ts';
import { modelOf, type LoadedModel } from './suggestion/model-memory.ts';
import { suggestLabels, type Suggestion } from './suggestion/suggestion-model.ts';

/** What earlier decisions speak for. A person decides; nothing is applied by itself. */
export type LearnedSuggestions = {
  readonly suggestions: readonly Suggestion[];
  /** What it was learned from; null where there is too little history. */
  readonly model: Pick<LoadedModel, 'version' | 'trainedAt' | 'texts'> | null;
};

const MOST = 3;

/** Suggests category and lead department for a matter, from what people decided about earlier ones. */
export async function suggestTriage(
  house: House,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<{ readonly category: LearnedSuggestions; readonly department: LearnedSuggestions }> {
  const text = `${title}\n${body}`;
  const [category, department] = await Promise.all([
    modelOf(house, 'category'),
    modelOf(house, 'department'),
  ]);
  return { category: ask(category, text), department: ask(department, text) };
}

function ask(loaded: LoadedModel | null, text: string): LearnedSuggestions {
  if (loaded === null) return { suggestions: [], model: null };
  const { model, version, trainedAt, texts } = loaded;
  return { suggestions: suggestLabels(model, text, MOST), model: { version, trainedAt, texts } };
}
