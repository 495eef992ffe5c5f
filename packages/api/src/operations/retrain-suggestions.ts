import { newestModelVersion, readDecidedComplaints, saveModel, type SuggestionKind } from '@bihuan/db';
import { packModel } from '../complaint/suggestion/pack-model.ts';
import { trainSuggestions } from '../complaint/suggestion/suggestion-model.ts';
import type { House } from '../house.ts';

/** A label needs that many texts to be learned; of each the newest are enough. */
const LEAST = 5;
const EACH = 300;
const MOST = 8000;

export const SUGGESTION_KINDS: readonly SuggestionKind[] = ['category', 'department'];

/**
 * Learns anew from what people decided: which category, which lead department. Nothing is kept where there is nothing new
 * to learn from, or fewer than two labels. Returns how many texts each model has learned from.
 */
export async function retrainSuggestions(house: House): Promise<Readonly<Record<SuggestionKind, number>>> {
  const learned = { category: 0, department: 0 };
  for (const kind of SUGGESTION_KINDS) learned[kind] = await retrain(house, kind);
  return learned;
}

async function retrain(house: House, kind: SuggestionKind): Promise<number> {
  const decided = await readDecidedComplaints(house.db, kind, EACH, MOST);
  const counts = new Map<string, number>();
  for (const { label } of decided) counts.set(label, (counts.get(label) ?? 0) + 1);
  const texts = decided.filter(({ label }) => (counts.get(label) ?? 0) >= LEAST);
  const labels = new Set(texts.map(({ label }) => label)).size;
  const before = await newestModelVersion(house.db, kind);
  if (labels < 2 || texts.length === before.texts) return before.texts;
  const data = packModel(await trainSuggestions(texts));
  await saveModel(house.db, kind, { trainedAt: house.now(), texts: texts.length, labels, data });
  return texts.length;
}
