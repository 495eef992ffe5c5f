import type { DepartmentName } from '@bihuan/db';
import type {
  CooperationLevel,
  CooperationSide,
  DeadlineKind,
  DisputeRuling,
  Due,
  EscalationTier,
  FindingKind,
  Importance,
  LocalDate,
  MissingPost,
  ReportFault,
  ReturnCause,
  Ruling,
  Source,
  TeamPurpose,
  VisitKind,
} from '@bihuan/domain';
import type { PersonView } from './item-view.ts';

/** One thing that is known of an event, under a fixed name. */
export type ItemFact =
  | { readonly name: TextFact; readonly text: string }
  | { readonly name: 'percent' | 'level'; readonly number: number }
  | {
      readonly name: 'lead' | 'cooperating' | 'owner' | 'assessor' | 'about';
      readonly department: DepartmentName;
    }
  | { readonly name: 'inspector'; readonly person: PersonView }
  | { readonly name: 'due' | 'before'; readonly due: Due }
  | { readonly name: 'review_on' | 'on' | 'by_day' | 'notice_until'; readonly on: LocalDate }
  | { readonly name: 'working_days' | 'nth'; readonly number: number }
  | { readonly name: 'fault'; readonly fault: ReportFault }
  | { readonly name: 'visit_kind'; readonly visitKind: VisitKind }
  | { readonly name: 'side'; readonly side: CooperationSide }
  | { readonly name: 'level_of_cooperation'; readonly cooperation: CooperationLevel }
  | { readonly name: 'visitor' | 'member'; readonly person: PersonView }
  | { readonly name: 'team_purpose'; readonly teamPurpose: TeamPurpose }
  | { readonly name: 'ruling'; readonly ruling: Ruling | DisputeRuling }
  | { readonly name: 'cause'; readonly cause: ReturnCause }
  | { readonly name: 'source'; readonly source: Source }
  | { readonly name: 'importance'; readonly importance: Importance }
  | { readonly name: 'deadline'; readonly deadline: DeadlineKind }
  | { readonly name: 'kind'; readonly kind: FindingKind }
  | { readonly name: 'tier'; readonly tier: EscalationTier }
  | { readonly name: 'reached'; readonly person: PersonView }
  | { readonly name: 'missing'; readonly missing: MissingPost }
  | { readonly name: YesOrNo; readonly is: boolean };

/** What is said of an event either way. */
export type YesOrNo =
  | 'is_resolved'
  | 'is_false_request'
  | 'is_on_time'
  | 'is_silent'
  | 'has_substance'
  | 'is_designated'
  | 'is_withheld'
  | 'is_granted'
  | 'is_announced'
  | 'is_holding'
  | 'is_upheld'
  | 'is_as_proposed';
/** What is said of an event in words of somebody. */
export type TextFact =
  | 'problem'
  | 'basis'
  | 'reason'
  | 'legal_basis'
  | 'text'
  | 'obstacles'
  | 'next_step'
  | 'measure'
  | 'evidence'
  | 'explanation'
  | 'minutes'
  | 'claim'
  | 'place'
  | 'focus'
  | 'plan'
  | 'brief'
  | 'precedent'
  | 'departure'
  | 'double'
  | 'double_reason'
  | 'to';
