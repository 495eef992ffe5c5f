import type { AlwaysCalled } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

/** What is called back whatever is drawn. */
export const alwaysTerm: Readonly<Record<AlwaysCalled, () => string>> = {
  key: m.sample_always_key,
  disputed: m.sample_always_disputed,
  badly_rated: m.sample_always_badly_rated,
};
