import type { Band, CauseClass, FigureKey, Source } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

export const figureWords = (key: FigureKey): string => m[`bulletin_figure_${key}`]();
export const bandWords = (band: Band): string => m[`bulletin_band_${band}`]();
export const sourceWords = (source: Source): string => m[`source_${source}`]();
export const causeWords = (cause: CauseClass): string => m[`cause_class_${cause}`]();

/** How a band looks: the chip's tone. */
export const BAND_TONE: Readonly<Record<Band, string>> = {
  above: 'good',
  level: 'neutral',
  below: 'bad',
  small_sample: 'paused',
  no_sample: 'paused',
};
