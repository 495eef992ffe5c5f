import type { Importance } from '../supervision/supervision-item.ts';

/**
 * Cards (黄牌、红牌) in force. Source of each default: docs/rules/cards.md. Points are hundredths.
 */
export type CardPolicy = {
  readonly version: string;
  /** Calendar days the department has to object, from the day of the notice. */
  readonly objectionCalendarDays: number;
  /** Importances whose items start at red. */
  readonly startsRed: readonly Importance[];
  /** Points of a yellow card; the first on an item costs nothing. */
  readonly repeatedYellow: number;
  readonly red: number;
  /** Which colours need a talk (约谈) before they can be cleared. */
  readonly talkFor: readonly ('yellow' | 'red')[];
};

export const DEFAULT_CARDS: CardPolicy = {
  version: 'cards-1',
  objectionCalendarDays: 30,
  startsRed: ['listed'],
  repeatedYellow: -1_00,
  red: -2_00,
  talkFor: ['red'],
};
