import type { Importance } from '../supervision/supervision-item.ts';
import type { DeadlineException } from './deadline-exception.ts';
import {
  DEFAULT_ESCALATION,
  DEFAULT_ESCALATION_FALLBACK,
  type EscalationLevel,
  type FallbackOwner,
} from './escalation-policy.ts';

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
  /** How long after a decline it may be objected to. */
  readonly objectCalendarDays: number;
  /** Within which another person decides an objection. */
  readonly objection: number;
  /** How long after the outcome a review may be asked for. */
  readonly reviewCalendarDays: number;
  /** Within which another unit decides a review. */
  readonly review: number;
  /** The most that one extension may give, and how many an item may have. */
  readonly extension: number;
  readonly maxExtensions: number;
  /** Within which a report that was sent back is given again. */
  readonly reportAgain: number;
  /** How long, in working days, a strike-off is shown to the public beforehand, and of which items it has to be. */
  readonly publicNotice: { readonly workingDays: number; readonly importances: readonly Importance[] };
  /** How long after a strike-off its departments may assess each other's part in it. */
  readonly assessCooperation: number;
  /** When, after a strike-off, it is looked whether it still holds. */
  readonly lookBackCalendarDays: readonly number[];
  readonly heartbeatCalendarDays: number;
  /** How often a long-running item is asked after. */
  readonly inquiryCalendarDays: number;
  /** Each further step of lateness, in working days, is a crossing of its own. */
  readonly lateStep: number;
  /** Terms of their own for categories and importances. */
  readonly exceptions: readonly DeadlineException[];
  /** How much of its term, in hundredths, is used when a date counts as near. */
  readonly approachShare: number;
  /** Near from so many working days before the date on, whatever share that is; null where the share says when. */
  readonly approachWorkingDays: number | null;
  /** Whom lateness goes up to, and from how many working days late on. */
  readonly escalation: readonly EscalationLevel[];
  /** Who is turned to where a level has nobody, the first with somebody. */
  readonly escalationFallback: readonly FallbackOwner[];
  /** Review of a bad rating 差评整改: contact with the complainant, rectifying, and the longest it may be extended to. */
  readonly reviewContact: number;
  readonly reviewRectify: number;
  readonly reviewLatest: number;
  /** How often rectifying may begin anew after a call that found no satisfaction, the first time counted. */
  readonly reviewRounds: number;
  /** A department's appeal against a rating, and the least people on the panel. */
  readonly ratingAppeal: number;
  readonly panelLeast: number;
  /** Ratings of so many cases from one device within so many calendar days ask a person to look. */
  readonly ratingsFromOne: number;
  readonly ratingTraceDays: number;
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
  objectCalendarDays: 15,
  objection: 5,
  reviewCalendarDays: 30,
  review: 15,
  extension: 5,
  maxExtensions: 2,
  reportAgain: 2,
  publicNotice: { workingDays: 5, importances: [] },
  assessCooperation: 10,
  lookBackCalendarDays: [30, 90],
  heartbeatCalendarDays: 10,
  inquiryCalendarDays: 30,
  lateStep: 5,
  exceptions: [],
  approachShare: 80,
  approachWorkingDays: null,
  escalation: DEFAULT_ESCALATION,
  escalationFallback: DEFAULT_ESCALATION_FALLBACK,
  reviewContact: 1,
  reviewRectify: 5,
  reviewLatest: 15,
  reviewRounds: 2,
  ratingAppeal: 5,
  panelLeast: 2,
  ratingsFromOne: 3,
  ratingTraceDays: 30,
};
