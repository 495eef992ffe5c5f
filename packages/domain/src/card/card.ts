import type { Instant, LocalDate } from '../calendar/index.ts';

export const CARD_COLOURS = ['yellow', 'red'] as const;
export type CardColour = (typeof CARD_COLOURS)[number];

/** Why a card is proposed. `by_person` is the only one that no rule found. */
export const CARD_CAUSES = [
  'late_sign_for',
  'heartbeat_missed',
  'overdue',
  'long_overdue',
  'rework',
  'second_rework',
  'false_request',
  'second_yellow',
  'by_person',
] as const;
export type CardCause = (typeof CARD_CAUSES)[number];

/** A card (黄牌、红牌) is a case of its own, with notice, objection and review. */
type Base = {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly departmentId: string;
  readonly colour: CardColour;
  readonly cause: CardCause;
  /** What in the item brought it about; with item and cause it is unique, so that nothing is carded twice. */
  readonly causeRef: string;
  /** Red from the start because of how important the item is. */
  readonly isRaised: boolean;
  readonly cardVersion: string;
  readonly proposedAt: Instant;
  /** Null where a rule proposed it. */
  readonly proposedBy: string | null;
  readonly grounds: string;
};

type Issued_ = {
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly evidence: string;
  /** Last day for an objection. */
  readonly objectUntil: LocalDate;
  /** Which yellow card of the department on this item it is, from 1; 0 for red. */
  readonly nthYellow: number;
  /** Hundredths of a point, as the rules of that day have it. */
  readonly points: number;
  readonly talks: readonly CardTalk[];
};

/** A talk (约谈、红脸出汗) held over a card. */
export type CardTalk = { readonly on: LocalDate; readonly by: string; readonly record: string };

type Objected_ = Issued_ & {
  readonly objectedAt: Instant;
  readonly objectedBy: string;
  readonly objection: string;
};

type Decided_ = { readonly decidedAt: Instant; readonly decidedBy: string; readonly decision: string };

export type ProposedCard = Base & { readonly status: 'proposed' };
export type DroppedCard = Base & { readonly status: 'dropped' } & Decided_;
export type IssuedCard = Base & Issued_ & { readonly status: 'issued' };
export type ObjectedCard = Base & Objected_ & { readonly status: 'objected' };
export type UpheldCard = Base & Objected_ & Decided_ & { readonly status: 'upheld' };
export type RevokedCard = Base & Objected_ & Decided_ & { readonly status: 'revoked' };
export type ClearedCard = Base &
  Issued_ & { readonly status: 'cleared'; readonly clearedAt: Instant; readonly outcome: string };

export type Card =
  | ProposedCard
  | DroppedCard
  | IssuedCard
  | ObjectedCard
  | UpheldCard
  | RevokedCard
  | ClearedCard;

export type CardStatus = Card['status'];

export const CARD_STATUSES = [
  'proposed',
  'dropped',
  'issued',
  'objected',
  'upheld',
  'revoked',
  'cleared',
] as const satisfies readonly CardStatus[];

/** Whether the card counts against the department: issued and not revoked. */
export function isCardInForce(status: CardStatus): boolean {
  return status === 'issued' || status === 'objected' || status === 'upheld' || status === 'cleared';
}
