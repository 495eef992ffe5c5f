import { newestModelVersion, readNewestModel, type SuggestionKind } from '@bihuan/db';
import type { House } from '../../house.ts';
import { unpackModel } from './pack-model.ts';
import type { SuggestionModel } from './suggestion-model.ts';

/** A model with what it learned from. */
export type LoadedModel = {
  readonly model: SuggestionModel;
  readonly version: number;
  readonly trainedAt: string;
  readonly texts: number;
};

const LOOK_AGAIN_MS = 60_000;

type Kept = { readonly until: number; readonly loaded: LoadedModel | null };

const memories = new WeakMap<House['db'], Map<SuggestionKind, Kept>>();

/** The newest model, loaded when first asked for; whether there is a newer one is looked up at most once a minute. */
export async function modelOf(house: House, kind: SuggestionKind): Promise<LoadedModel | null> {
  const memory = memories.get(house.db) ?? new Map<SuggestionKind, Kept>();
  memories.set(house.db, memory);
  const kept = memory.get(kind);
  if (kept !== undefined && kept.until > performance.now()) return kept.loaded;
  const { version } = await newestModelVersion(house.db, kind);
  const loaded = version === (kept?.loaded?.version ?? 0) ? (kept?.loaded ?? null) : await load(house, kind);
  memory.set(kind, { until: performance.now() + LOOK_AGAIN_MS, loaded });
  return loaded;
}

async function load(house: House, kind: SuggestionKind): Promise<LoadedModel | null> {
  const stored = await readNewestModel(house.db, kind);
  if (stored === null) return null;
  const { version, trainedAt, texts } = stored;
  return { model: unpackModel(stored.data), version, trainedAt, texts };
}
