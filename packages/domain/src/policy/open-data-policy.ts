/** What is given away as data. Source of each default: docs/rules/open-data.md. */
export type OpenDataPolicy = {
  readonly version: string;
  /** Counts of people from 1 to one below this are not published. */
  readonly leastCell: number;
  /** How many whole months back complaints are counted, the running month not among them. */
  readonly months: number;
};

export const DEFAULT_OPEN_DATA: OpenDataPolicy = { version: 'open-data-1', leastCell: 5, months: 24 };
