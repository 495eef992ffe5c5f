/**
 * Deadlines in force. Units: working days of the official calendar, in steps of 0.5, unless the name says calendar days.
 * Source of each default: docs/rules/deadlines.md.
 */
export type DeadlinePolicy = {
  readonly version: string;
  readonly triage: number;
  readonly signFor: number;
  readonly returnWithin: number;
  readonly maxReturns: number;
  readonly simple: number;
  readonly ordinary: number;
  readonly complex: number;
  readonly waitingForComplainant: number;
  readonly verification: number;
  readonly callbackTries: number;
  readonly confirmation: number;
  readonly ratingCalendarDays: number;
  readonly reopenCalendarDays: number;
  readonly maxReopens: number;
  readonly urgeEvery: number;
  readonly heartbeatCalendarDays: number;
  /** How often a long-running item is asked after. */
  readonly inquiryCalendarDays: number;
  /** Each further step of lateness, in working days, is a crossing of its own. */
  readonly lateStep: number;
};

export const DEFAULT_DEADLINES: DeadlinePolicy = {
  version: 'deadlines-1',
  triage: 0.5,
  signFor: 1,
  returnWithin: 1,
  maxReturns: 2,
  simple: 3,
  ordinary: 5,
  complex: 15,
  waitingForComplainant: 10,
  verification: 3,
  callbackTries: 3,
  confirmation: 5,
  ratingCalendarDays: 14,
  reopenCalendarDays: 15,
  maxReopens: 2,
  urgeEvery: 3,
  heartbeatCalendarDays: 10,
  inquiryCalendarDays: 30,
  lateStep: 5,
};
