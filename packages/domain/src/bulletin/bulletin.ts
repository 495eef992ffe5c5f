import type { Instant, LocalDate } from '../calendar/index.ts';
import type { Importance, ItemStatus, Source } from '../supervision/supervision-item.ts';
import type { BulletinMonth } from './bulletin-month.ts';
import type { SectionKey, TextKey } from './bulletin-text.ts';
import type { FigureKey, MonthSnapshot } from './figure.ts';

/** monthly: for everybody (通报); special: upward, on one matter, never on the portal (专报). */
export const BULLETIN_KINDS = ['monthly', 'special'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

/** What is known of one matter at one moment. */
export type SpecialFacts = {
  readonly itemId: string;
  readonly number: string;
  readonly source: Source;
  readonly importance: Importance;
  readonly status: ItemStatus;
  readonly leadDepartment: string | null;
  readonly assignedOn: LocalDate | null;
  readonly deadlineOn: LocalDate | null;
  /** Working days over the deadline; null where it is not late. */
  readonly lateDays: number | null;
  readonly complaints: number;
  readonly reports: number;
  readonly yellowCards: number;
  readonly redCards: number;
  readonly returns: number;
  readonly reworks: number;
};

export const SPECIAL_OCCASIONS = ['urgent', 'sensitive'] as const;
/** Why a matter is told upward out of turn. */
export type SpecialOccasion = (typeof SPECIAL_OCCASIONS)[number];

export type SpecialSnapshot = {
  readonly of: 'matter';
  readonly occasion: SpecialOccasion;
  readonly cutAt: Instant;
  readonly facts: SpecialFacts;
};

export type BulletinSnapshot = MonthSnapshot | SpecialSnapshot;

/** The issuing office's own words of its papers, kept with each paper so that a later change does not reach back. */
export type BulletinForm = {
  readonly version: string;
  /** The red head, and the office that signs. */
  readonly head: string;
  readonly issuer: string;
  /** 发文机关代字, before the year and the number. */
  readonly numberWord: string;
  readonly headings: Readonly<Partial<Record<SectionKey, string>>>;
  /** Words of the layout, by name. */
  readonly words: Readonly<Record<string, string>>;
};

export type BulletinTexts = Readonly<Partial<Record<TextKey, string>>>;

export type Correction = {
  readonly at: Instant;
  readonly by: string;
  readonly key: FigureKey;
  readonly is: number;
  readonly note: string;
};

type Base = {
  readonly id: string;
  readonly kind: BulletinKind;
  /** Null for a special report. */
  readonly month: BulletinMonth | null;
  readonly snapshot: BulletinSnapshot;
  readonly form: BulletinForm;
  readonly texts: BulletinTexts;
  readonly draftedAt: Instant;
  /** Null where the clock drafted it. */
  readonly draftedBy: string | null;
  /** Everybody who wrote in it. */
  readonly writtenBy: readonly string[];
  /** Why it was last sent back; empty where it never was. */
  readonly sentBack: string;
};

type Approved_ = {
  readonly number: string;
  readonly approvedAt: Instant;
  readonly approvedBy: string;
  /** SHA-256 of everything it says. */
  readonly contentHash: string;
};
type Published_ = Approved_ & {
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  /** SHA-256 of the paper. */
  readonly documentHash: string;
  readonly corrections: readonly Correction[];
};

export type DraftBulletin = Base & { readonly status: 'draft' };
export type ApprovedBulletin = Base & Approved_ & { readonly status: 'approved' };
/** Frozen: nothing in it changes any more; what was wrong is noted and told in the next one. */
export type PublishedBulletin = Base & Published_ & { readonly status: 'published' };
export type ArchivedBulletin = Base &
  Published_ & { readonly status: 'archived'; readonly archivedAt: Instant };

/** A bulletin (通报) or special report (专报). */
export type Bulletin = DraftBulletin | ApprovedBulletin | PublishedBulletin | ArchivedBulletin;
export type BulletinStatus = Bulletin['status'];

export const BULLETIN_STATUSES = [
  'draft',
  'approved',
  'published',
  'archived',
] as const satisfies readonly BulletinStatus[];
