import type { ComplaintStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type In = { readonly locale: 'zh-CN' | 'en' };

const TERMS: Readonly<Record<ComplaintStatus, (inputs: Record<never, never>, options: In) => string>> = {
  submitted: m.complaint_status_submitted,
  accepted: m.complaint_status_accepted,
  declined: m.complaint_status_declined,
  objected: m.complaint_status_objected,
  merged: m.complaint_status_merged,
  split: m.complaint_status_split,
  withdrawn: m.complaint_status_withdrawn,
  settled_on_the_spot: m.complaint_status_settled_on_the_spot,
  under_supervision: m.complaint_status_under_supervision,
  awaiting_complainant: m.complaint_status_awaiting_complainant,
  answered: m.complaint_status_answered,
  closed: m.complaint_status_closed,
  disputed: m.complaint_status_disputed,
  reopened: m.complaint_status_reopened,
  under_review: m.complaint_status_under_review,
};

/** Where a complaint stands, in both languages. */
export function statusTerm(status: ComplaintStatus): string {
  return `${TERMS[status]({}, { locale: 'zh-CN' })} ${TERMS[status]({}, { locale: 'en' })}`;
}
