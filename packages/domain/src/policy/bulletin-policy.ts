/** The monthly bulletin (一月一通报). Source of each default: docs/rules/bulletins.md. */
export type BulletinPolicy = {
  readonly version: string;
  /** Day of the calendar month on which a period begins, 1 to 28: 1 for calendar months, 19 for the 19th to the 18th. */
  readonly monthStartsOn: number;
  /** On which working day after the last day of the period the draft is made, from 1. */
  readonly draftOnWorkingDay: number;
  /** Below so many valid callbacks a department is put in no band. */
  readonly leastSample: number;
  /** How far back recurring matters are looked for, in calendar days, and how often one has to come. */
  readonly recurrenceCalendarDays: number;
  readonly recurrenceLeast: number;
};

export const DEFAULT_BULLETIN: BulletinPolicy = {
  version: 'bulletin-1',
  monthStartsOn: 1,
  draftOnWorkingDay: 1,
  leastSample: 5,
  recurrenceCalendarDays: 180,
  recurrenceLeast: 3,
};
