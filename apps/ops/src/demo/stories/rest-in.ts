import type { Instant } from '@bihuan/api/domain';
import type { Plot, Rest } from '../plot.ts';
import type { StoryPart } from '../scene.ts';

/** After everything; a story that waits for it is never told on. */
const NEVER: Instant = '9999-12-31T00:00:00.000Z';

/** Ends the story here where its plot wants it to rest in this state. */
export async function* restIn(plot: Plot, reached: Rest): StoryPart<void> {
  if (plot.restsIn === reached) yield NEVER;
}
