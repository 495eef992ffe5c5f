/** Series over the same times, the oldest first; null where there is nothing to show. */
export type ChartOfTime = {
  readonly times: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly isLine: boolean;
  }[];
  readonly isStacked: boolean;
  /** Fractions of one, shown as percentages. */
  readonly isRate: boolean;
};
