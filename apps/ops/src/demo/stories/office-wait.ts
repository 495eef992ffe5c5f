import type { Instant } from '@bihuan/api/domain';
import type { Plot } from '../plot.ts';
import type { Scene } from '../scene.ts';

/**
 * The moment at which an office takes the next step, usually `least` to `most` half-days on: always the next half-day in a
 * brisk story, the same or the next one for a simple matter.
 */
export function officeWait(scene: Scene, plot: Plot, least: number, most: number): Instant {
  if (plot.isBrisk) return scene.later(1, 1);
  if (plot.matter.complexity === 'simple') return scene.later(0, Math.min(1, most));
  return scene.later(least, most);
}
