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

/** From when on something looks as if it were done for the score. A person looks at it; nothing follows by itself. */
export type GamingPolicy = {
  /** Complaints of one department that were closed and came back within so many calendar days. */
  readonly reopenedWithinDays: number;
  readonly leastReopened: number;
  /** Strike-off requests of one department on the day due, so many minutes before the office closes or later. */
  readonly minutesBeforeClosing: number;
  readonly leastLastMinute: number;
  /** How far, in percentage points, the share of cases called back may lie under that of all others, from so many cases on. */
  readonly coverageGap: number;
  readonly leastCases: number;
  /** How often one item was returned. */
  readonly leastReturns: number;
  /** Ratings of five stars in a row for one department within so many hours. */
  readonly runOfFive: number;
  readonly runWithinHours: number;
  /** Exclusions and merges of one department in the last days of a period. */
  readonly periodEndDays: number;
  readonly leastAtPeriodEnd: number;
};

/** From when on a matter counts as recurring: the same category, department and cause. */
export type RecurrencePolicy = {
  /** How far back is looked. */
  readonly calendarDays: number;
  /** How often it has to come. */
  readonly least: number;
};

/** What is told of by itself: exceptions on the leader page, and what looks like gaming. Source of each default: docs/rules/signals.md. */
export type SignalPolicy = {
  readonly version: string;
  readonly narrative: NarrativePolicy;
  readonly gaming: GamingPolicy;
  readonly recurrence: RecurrencePolicy;
};

export const DEFAULT_SIGNALS: SignalPolicy = {
  version: 'signals-1',
  narrative: { leastLoss: 1_00, heavyLoss: 5_00, heavyLate: 5, rateFall: 5, leastSample: 5, cites: 4 },
  gaming: {
    ...{ reopenedWithinDays: 15, leastReopened: 3, minutesBeforeClosing: 30, leastLastMinute: 3 },
    ...{ coverageGap: 20, leastCases: 10, leastReturns: 2, runOfFive: 10, runWithinHours: 24 },
    ...{ periodEndDays: 5, leastAtPeriodEnd: 3 },
  },
  recurrence: { calendarDays: 180, least: 3 },
};
