import type { BulletinForm, BulletinTexts } from '../bulletin/bulletin.ts';
import type { Instant, LocalDate } from '../calendar/index.ts';
import type { TeamMember } from '../supervision/team.ts';
import type { InspectionFinding, InspectionScope } from './inspection.ts';
import type { InspectionSnapshot } from './inspection-snapshot.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type RecordedFinding = Omit<InspectionFinding, 'recordedAt' | 'recordedBy' | 'withdrawn' | 'item'>;

export type InspectionEvent =
  | Event<
      'InspectionPlanned',
      {
        id: string;
        number: string;
        theme: string;
        basis: string;
        scope: InspectionScope;
        fromOn: LocalDate;
        toOn: LocalDate;
        by: string;
      }
    >
  /** `proposedIds`: who was proposed, whoever was taken. */
  | Event<
      'InspectionTeamFormed',
      { by: string; members: readonly TeamMember[]; proposedIds: readonly string[] }
    >
  | Event<'InspectionBegun', { by: string }>
  | Event<'InspectionFindingRecorded', { by: string; finding: RecordedFinding }>
  | Event<'InspectionFindingWithdrawn', { by: string; findingId: string; reason: string }>
  | Event<'FindingItemOpened', { by: string; findingId: string; itemId: string; number: string }>
  | Event<'InspectionReportDrafted', { by: string; form: BulletinForm; texts: BulletinTexts }>
  | Event<'InspectionReportEdited', { by: string; texts: BulletinTexts }>
  | Event<'InspectionReportSubmitted', { by: string }>
  | Event<'InspectionReportSentBack', { by: string; reason: string }>
  | Event<
      'InspectionReportApproved',
      {
        by: string;
        reportNumber: string;
        snapshot: InspectionSnapshot;
        contentHash: string;
        documentHash: string;
      }
    >
  | Event<'InspectionCancelled', { by: string; reason: string }>;

export type InspectionEventType = InspectionEvent['type'];
