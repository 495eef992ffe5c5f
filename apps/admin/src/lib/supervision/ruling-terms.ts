import type { DisputeRuling, ReportFault, Ruling, VisitKind } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const rulingTerm: Terms<Ruling | DisputeRuling> = {
  reassign: m.ruling_reassign,
  uphold: m.ruling_uphold,
  reject: m.ruling_reject,
  measure_upheld: m.dispute_ruling_measure_upheld,
  measure_changed: m.dispute_ruling_measure_changed,
  measure_withdrawn: m.dispute_ruling_measure_withdrawn,
};

export const reportFaultTerm: Terms<ReportFault> = {
  no_substance: m.report_fault_no_substance,
  off_the_point: m.report_fault_off_the_point,
  unsupported: m.report_fault_unsupported,
  no_next_step: m.report_fault_no_next_step,
};

export const visitKindTerm: Terms<VisitKind> = {
  site_visit: m.visit_kind_site_visit,
  talk: m.visit_kind_talk,
};
