import type { BulletinForm, BulletinTexts } from '../bulletin/bulletin.ts';
import type { Instant, LocalDate } from '../calendar/index.ts';
import type { TeamMember } from '../supervision/team.ts';
import type { InspectionSnapshot } from './inspection-snapshot.ts';

/** How bad a thing found is: 一般, 较重, 严重. */
export const SEVERITIES = ['minor', 'serious', 'grave'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where it looks; no department named means any. */
export type InspectionScope = {
  readonly departmentIds: readonly string[];
  /** Codes of categories. */
  readonly categories: readonly string[];
};

/** A thing found on the spot, by two or more of the team. */
export type InspectionFinding = {
  readonly id: string;
  readonly departmentId: string;
  readonly place: string;
  readonly foundOn: LocalDate;
  readonly isAnnounced: boolean;
  readonly inspectorIds: readonly string[];
  readonly severity: Severity;
  readonly text: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  /** Why it no longer stands; null where it does. */
  readonly withdrawn: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
  /** The supervision item that came of it. */
  readonly item: { readonly id: string; readonly number: string } | null;
};

export type InspectionReport = {
  readonly form: BulletinForm;
  readonly texts: BulletinTexts;
  /** Everybody who wrote in it. */
  readonly writtenBy: readonly string[];
  /** Why it was last sent back; empty where it never was. */
  readonly sentBack: string;
};

type Base = {
  readonly id: string;
  readonly number: string;
  readonly theme: string;
  readonly basis: string;
  readonly scope: InspectionScope;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly plannedAt: Instant;
  readonly plannedBy: string;
  /** Empty until a team was formed. */
  readonly team: readonly TeamMember[];
  readonly findings: readonly InspectionFinding[];
};
type Begun_ = { readonly begunAt: Instant };
type Reported_ = Begun_ & { readonly report: InspectionReport };

export type PlannedInspection = Base & { readonly status: 'planned' };
export type UnderWayInspection = Base & Begun_ & { readonly status: 'under_way' };
export type ReportingInspection = Base & Reported_ & { readonly status: 'reporting' };
export type SubmittedInspection = Base & Reported_ & { readonly status: 'awaiting_approval' };
/** Its report is approved and frozen with the figures of that moment; items may still come of its findings. */
export type ClosedInspection = Base &
  Reported_ & {
    readonly status: 'closed';
    readonly closedAt: Instant;
    readonly approvedBy: string;
    readonly reportNumber: string;
    readonly snapshot: InspectionSnapshot;
    /** SHA-256 of everything the report says, and of its paper. */
    readonly contentHash: string;
    readonly documentHash: string;
  };
export type CancelledInspection = Base & {
  readonly status: 'cancelled';
  readonly cancelledAt: Instant;
  readonly reason: string;
};

/** A special inspection (专项督查). */
export type Inspection =
  | PlannedInspection
  | UnderWayInspection
  | ReportingInspection
  | SubmittedInspection
  | ClosedInspection
  | CancelledInspection;
export type InspectionStatus = Inspection['status'];

export const INSPECTION_STATUSES = [
  'planned',
  'under_way',
  'reporting',
  'awaiting_approval',
  'closed',
  'cancelled',
] as const satisfies readonly InspectionStatus[];

/** Findings that stand. */
export function standingFindings({ findings }: Pick<Inspection, 'findings'>): readonly InspectionFinding[] {
  return findings.filter(({ withdrawn }) => withdrawn === null);
}
