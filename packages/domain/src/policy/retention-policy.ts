/** How long personal data is kept, in calendar days. Source of each default: docs/rules/retention.md. */
export type RetentionPolicy = {
  readonly version: string;
  /** After a complaint ended: who the complainant is and how they are reached. */
  readonly contactDays: number;
  /** After a complaint ended: to whom messages about it went, and their text. */
  readonly messageDays: number;
  /** After a complaint ended: from which address and device it was rated, as hashes. */
  readonly ratingTraceDays: number;
  /** After it was asked for: that somebody wanted to be reached otherwise. */
  readonly contactChangeDays: number;
  /** After it bounced: that an address is dead, as a hash. */
  readonly bouncedAddressDays: number;
  /** After anybody typed in it last: a filing that was not sent. */
  readonly draftDays: number;
  /** After anybody worked on it last: a file of another platform, and the texts of its rows. */
  readonly importDays: number;
  /** After it was written: to whom a message to staff went, and its text. */
  readonly staffMessageDays: number;
  /** After it ended: a session, a sign-in left half way, a link to a new password. */
  readonly expiredAccessDays: number;
  /** After it was last seen: an address that staff signed in from, as a hash. */
  readonly staffAddressDays: number;
  /** After their account was closed: where one of the staff is reached, and their second factor. */
  readonly leftStaffDays: number;
  /** After it arrived or was given up: what was sent to another system. */
  readonly webhookDays: number;
};

export const DEFAULT_RETENTION: RetentionPolicy = {
  version: 'retention-1',
  contactDays: 1095,
  messageDays: 365,
  ratingTraceDays: 365,
  contactChangeDays: 90,
  bouncedAddressDays: 365,
  draftDays: 14,
  importDays: 7,
  staffMessageDays: 180,
  expiredAccessDays: 1,
  staffAddressDays: 180,
  leftStaffDays: 30,
  webhookDays: 90,
};
