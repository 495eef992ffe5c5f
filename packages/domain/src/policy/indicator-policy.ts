/** Indicators (指标). Points in hundredths, shares in hundredths of a percent. Source of each default: docs/rules/indicators.md. */
export type IndicatorPolicy = {
  readonly version: string;
  /** Share of what was due by now from which the light is green, and from which yellow. */
  readonly greenFrom: number;
  readonly yellowFrom: number;
  readonly pointsAtBase: number;
  readonly pointsAtTarget: number;
  readonly pointsAtStretch: number;
  /** What the indicator account of a department comes to at most. */
  readonly accountCap: number;
  /** From so many jurors on the highest and the lowest score are left out. */
  readonly jurorsDropFrom: number;
  /** Fewer scores than these make no result. */
  readonly jurorsLeast: number;
};

export const DEFAULT_INDICATORS: IndicatorPolicy = {
  version: 'indicators-1',
  greenFrom: 100_00,
  yellowFrom: 85_00,
  pointsAtBase: 60_00,
  pointsAtTarget: 100_00,
  pointsAtStretch: 110_00,
  accountCap: 100_00,
  jurorsDropFrom: 5,
  jurorsLeast: 3,
};
