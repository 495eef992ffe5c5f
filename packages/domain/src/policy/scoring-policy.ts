/** Weights of the three rates, in percent. */
export type ThreeRatesPolicy = {
  /** What a basically satisfied answer counts beside a satisfied one. */
  readonly basicallySatisfied: number;
  readonly response: number;
  readonly resolution: number;
  readonly satisfaction: number;
};

/** Points are kept in hundredths (`centipoints`), so that sums are exact. Source: docs/rules/scoring.md. */
export type ScoringPolicy = {
  readonly version: string;
  /** Where the supervision account of a department starts in every period. */
  readonly supervisionBase: number;
  readonly struckOffOnTime: number;
  /** How many on-time strike-offs earn points in one period. */
  readonly onTimeCap: number;
  readonly late: number;
  readonly furtherLate: number;
  readonly rework: number;
  readonly falseRequest: number;
  /** For a department's first, second … weak report on one item; the last counts for all further ones. */
  readonly weakReport: readonly number[];
  /** A hard problem solved. */
  readonly hardProblem: number;
  readonly threeRates: ThreeRatesPolicy;
  /** Working days in which departments may object to a provisional sheet. */
  readonly sheetObjectionDays: number;
};

export const DEFAULT_SCORING: ScoringPolicy = {
  version: 'scoring-1',
  supervisionBase: 100_00,
  struckOffOnTime: 1_00,
  onTimeCap: 10,
  late: -2_00,
  furtherLate: -1_00,
  rework: -3_00,
  falseRequest: -10_00,
  weakReport: [-50, -1_00, -2_00, -5_00],
  hardProblem: 3_00,
  threeRates: { basicallySatisfied: 90, response: 10, resolution: 40, satisfaction: 50 },
  sheetObjectionDays: 5,
};
