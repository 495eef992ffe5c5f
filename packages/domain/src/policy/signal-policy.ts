/** What a leader is told of, and in what order. Points in hundredths, rates in percentage points. */
export type NarrativePolicy = {
  /** Points lost in a period from which on a department is named. */
  readonly leastLoss: number;
  /** Points lost, and working days late, from which on it comes first. */
  readonly heavyLoss: number;
  readonly heavyLate: number;
  /** How far the composite rate has to fall under that of the period before. */
  readonly rateFall: number;
  /** Valid callbacks that both periods must have before rates are compared. */
  readonly leastSample: number;
  /** How many rows a sentence names itself; the others are behind its number. */
  readonly cites: number;
};

/** What is told of by itself: exceptions on the leader page. Source of each default: docs/rules/signals.md. */
export type SignalPolicy = {
  readonly version: string;
  readonly narrative: NarrativePolicy;
};

export const DEFAULT_SIGNALS: SignalPolicy = {
  version: 'signals-1',
  narrative: { leastLoss: 1_00, heavyLoss: 5_00, heavyLate: 5, rateFall: 5, leastSample: 5, cites: 4 },
};
