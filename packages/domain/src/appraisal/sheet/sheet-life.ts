import type { Instant, LocalDate } from '../../calendar/index.ts';
import type { LastPlace, LastPlaceRuling } from '../last-place.ts';
import type { Account } from '../score-line.ts';

/** A line of the ledger as an objection or a correction names it. */
export type LineAtIssue = {
  readonly lineId: string;
  readonly departmentId: string;
  readonly account: Account;
  /** Hundredths of a point. */
  readonly centipoints: number;
  readonly policyVersion: string;
  /** Given back already, or itself giving another back. */
  readonly isReversed: boolean;
  /** It is of a card that may still be revoked, which gives it back by itself. */
  readonly isCardOpen: boolean;
};

/** What a new line of the ledger puts right; nothing in it is ever edited. */
export type SheetCorrection = {
  readonly departmentId: string;
  readonly account: Account;
  /** Hundredths of a point. */
  readonly centipoints: number;
  readonly policyVersion: string;
  /** The line it gives back; null where an account is put right. */
  readonly reverses: string | null;
};

/** An objection (申诉/异议) of a department to a line or an account of its own provisional sheet. */
export type SheetObjection = {
  readonly id: string;
  readonly departmentId: string;
  readonly account: Account;
  /** Null where the whole account is objected to. */
  readonly line: LineAtIssue | null;
  readonly grounds: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly ruling: SheetRuling | null;
};

export type SheetRuling = {
  readonly at: Instant;
  readonly by: string;
  readonly isUpheld: boolean;
  readonly reason: string;
  /** Null where it was dismissed, and where the line had been given back before. */
  readonly correction: SheetCorrection | null;
};

/** What became of a sheet that was frozen: the new edition, why, and the two who signed. */
export type Restatement = {
  readonly edition: number;
  readonly reason: string;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  readonly signedAt: Instant;
  readonly signedBy: string;
};

/** What is to become of the last place of a group (末位零绩效) in the period: proposed by one person, signed by another. */
export type SheetLastPlace = LastPlaceRuling & {
  readonly outcome: LastPlace['outcome'];
  readonly reason: string;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  readonly signed: { readonly at: Instant; readonly by: string } | null;
};

type Base = {
  readonly id: string;
  readonly period: string;
  /** 0: provisional; 1: as first published; each further publication or restatement is one more. */
  readonly edition: number;
  /** SHA-256 of what this edition says. */
  readonly contentHash: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  /** Last day on which a department may object. */
  readonly objectUntil: LocalDate;
  readonly objections: readonly SheetObjection[];
  /** Of each group the signed one, and one that waits for its second signature. */
  readonly lastPlaces: readonly SheetLastPlace[];
};
type Decided_ = { readonly decidedAt: Instant; readonly decidedBy: string };
type Published_ = Decided_ & { readonly publishedAt: Instant; readonly publishedBy: string };
type Frozen_ = Published_ & {
  readonly frozenAt: Instant;
  readonly frozenBy: string;
  /** Oldest first. */
  readonly restatements: readonly Restatement[];
};

/** 公示: departments may object. */
export type ProvisionalSheet = Base & { readonly status: 'provisional' };
/** Every objection has its ruling. */
export type DecidedSheet = Base & Decided_ & { readonly status: 'decided' };
export type PublishedSheet = Base & Published_ & { readonly status: 'published' };
export type FrozenSheet = Base & Frozen_ & { readonly status: 'frozen' };
/** A restatement waits for its second signer. */
export type RestatingSheet = Base &
  Frozen_ & {
    readonly status: 'restating';
    readonly proposal: {
      readonly at: Instant;
      readonly by: string;
      readonly reason: string;
      readonly contentHash: string;
    };
  };
export type RestatedSheet = Base & Frozen_ & { readonly status: 'restated' };

/** The score sheet (成绩单) of all departments in a period, from provisional to restated. */
export type SheetLife =
  | ProvisionalSheet
  | DecidedSheet
  | PublishedSheet
  | FrozenSheet
  | RestatingSheet
  | RestatedSheet;
export type SheetStatus = SheetLife['status'];

export const SHEET_STATUSES = [
  'provisional',
  'decided',
  'published',
  'frozen',
  'restating',
  'restated',
] as const satisfies readonly SheetStatus[];

/** States in which nothing is entered for the period by hand any more. */
export const FROZEN_STATUSES: readonly SheetStatus[] = ['frozen', 'restating', 'restated'];
