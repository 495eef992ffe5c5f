import type { DemandKind } from '../supervision/demand.ts';

/** Supervision in force beyond its deadlines. Source of each default: docs/rules/supervision.md. */
export type SupervisionPolicy = {
  readonly version: string;
  /** How alike, in hundredths, the problems of two items of one lead department are that are taken for one matter. */
  readonly doubleOfSameLead: number;
  /** The same where one of the two has no lead department yet. */
  readonly doubleOfAnyLead: number;
  /** How often a department may be asked in one month before whoever asks again is warned; null where nothing warns. */
  readonly burdenLimits: Readonly<Record<DemandKind, number | null>>;
};

export const DEFAULT_SUPERVISION: SupervisionPolicy = {
  version: 'supervision-1',
  doubleOfSameLead: 60,
  doubleOfAnyLead: 80,
  burdenLimits: {
    report: null,
    visit: 4,
    talk: 2,
    card: null,
    directive: 4,
    meeting: 4,
    inquiry: null,
  },
};
