/** What one run of the load generator does: `clients` loops for `seconds`, each sending the next request when answered. */
export type LoadPlan = {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  readonly scenario: 'get' | 'file' | 'track';
  /** Headers of each request, a cookie for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For `track`: the form fields that open a case. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The status that counts as done. */
  readonly expect: number;
};

export type LoadResult = {
  readonly done: number;
  readonly failed: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
};
