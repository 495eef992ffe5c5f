/** What a department's score is multiplied by (考核系数), and why. */
export type Coefficient = {
  /** Hundredths: 105 is 1.05. */
  readonly coefficient: number;
  readonly reason: string;
  /** Who was heard about it, when, and in which record. */
  readonly consultation: string;
};

/** Coefficients of departments by id, from a day on; a department without one has 1. Source: docs/rules/scoring.md. */
export type CoefficientPolicy = {
  readonly version: string;
  readonly departments: Readonly<Record<string, Coefficient>>;
};

export const DEFAULT_COEFFICIENTS: CoefficientPolicy = { version: 'coefficients-1', departments: {} };

export function coefficientOf({ departments }: CoefficientPolicy, departmentId: string): number {
  return departments[departmentId]?.coefficient ?? 100;
}
