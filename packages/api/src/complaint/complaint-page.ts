import type { ComplaintMatterView, DepartmentName, LinkedItem } from '@bihuan/db';
import type {
  Callback,
  Channel,
  ComplainantKind,
  ComplaintCommandType,
  ComplaintEvent,
  ComplaintStatus,
  Complexity,
  ContactRemoval,
  FinalDossier,
  Instant,
  Openness,
  PublishedAnswer,
  Rating,
  Refusal,
} from '@bihuan/domain';
import type { OwnAccess } from '../people/identity/read-own-access.ts';
import type { RefusalCode } from '../result.ts';
import type { DeadlineRule } from '../policy/deadlines-of-case.ts';
import type { ReclassifiedDues } from './preview-reclassified.ts';
import type { TrackedClock } from './tracking.ts';

/** Who stands behind an event: a person of the house by name, or only their kind. */
export type ActedBy =
  | {
      readonly kind: 'staff';
      readonly name: string;
      readonly department: DepartmentName | null;
      /** In whose place, where they stood in for somebody. */
      readonly forName?: string;
    }
  | { readonly kind: 'complainant' | 'system' };

/** A step that can be taken now, or the rule that stands in its way. */
export type ComplaintMove = {
  readonly command: ComplaintCommandType;
  readonly refusal: Refusal<RefusalCode> | null;
};

/** `none`: nothing is kept; `hidden`: not for this person; else masked, and opened only with a reason. */
export type ContactView =
  | { readonly kind: 'none' | 'hidden' }
  | { readonly kind: 'masked'; readonly name: string; readonly phone: string; readonly email: string };

export type ContactLookView = { readonly at: Instant; readonly by: string; readonly reason: string };

/** A complaint as one person of the house may see it. */
export type ComplaintPage = Omit<ComplaintMatterView, 'hasContact' | 'aboutDepartmentId' | 'items'> & {
  readonly id: string;
  readonly version: number;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  readonly channel: Channel;
  readonly complainantKind: ComplainantKind;
  readonly openness: Openness;
  readonly isReachable: boolean;
  readonly submittedAt: Instant;
  readonly round: number;
  readonly urges: number;
  readonly complexity: Complexity | null;
  /** The question that is waited on; null where none is. */
  readonly question: string | null;
  /** The running clock. While the complainant is waited for, that of the waiting; `resting` is the handling's. */
  readonly clock: TrackedClock | null;
  readonly resting: TrackedClock | null;
  readonly aboutDepartment: DepartmentName | null;
  readonly items: readonly (Omit<LinkedItem, 'leadDepartmentId'> & {
    readonly lead: DepartmentName | null;
  })[];
  readonly contact: ContactView;
  /** Since when contact data is removed, and under which version of the rules; null while it is kept, or where none was given. */
  readonly contactRemoved: ContactRemoval | null;
  /** What the reader's department asked and may see of the person; null for everybody else. */
  readonly identity: OwnAccess | null;
  /** Who looked at contact data, when and why; for those who may reveal it, and auditors. */
  readonly looks: readonly ContactLookView[];
  /** The final dossier that is proposed or was approved; null where there is none, and for departments. */
  readonly dossier: FinalDossier | null;
  readonly answers: readonly PublishedAnswer[];
  /** Empty for departments, which see satisfaction only as counts. */
  readonly callbacks: readonly Pick<Callback, 'at' | 'outcome' | 'answers'>[];
  readonly ratings: readonly Rating[];
  readonly timeline: readonly { readonly event: ComplaintEvent; readonly by: ActedBy }[];
  /** Names of the categories that the timeline speaks of, by code. */
  readonly categoryNames: Readonly<Record<string, { readonly name: string; readonly nameEn: string }>>;
  readonly moves: readonly ComplaintMove[];
  /** What another complexity would do to the date; null for whoever may not change it. */
  readonly reclassified: ReclassifiedDues | null;
  /** By which rule its handling has the days it has; null before it is classified. */
  readonly rule: DeadlineRule | null;
};
