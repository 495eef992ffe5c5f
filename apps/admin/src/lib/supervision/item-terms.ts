import type { Importance, ItemStatus, Source } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const itemStatusTerm: Terms<ItemStatus> = {
  proposed: m.item_status_proposed,
  registered: m.item_status_registered,
  assigned: m.item_status_assigned,
  returned: m.item_status_returned,
  signed: m.item_status_signed,
  advancing: m.item_status_advancing,
  rework: m.item_status_rework,
  strike_off_requested: m.item_status_strike_off_requested,
  verifying: m.item_status_verifying,
  struck_off: m.item_status_struck_off,
  watched: m.item_status_watched,
  long_running: m.item_status_long_running,
  referred_up: m.item_status_referred_up,
  rebounded: m.item_status_rebounded,
  suspended: m.item_status_suspended,
};

export const sourceTerm: Terms<Source> = {
  complaint: m.source_complaint,
  superior_task: m.source_superior_task,
  leader_assignment: m.source_leader_assignment,
  department_feedback: m.source_department_feedback,
  appraisal_finding: m.source_appraisal_finding,
  special_inspection: m.source_special_inspection,
};

export const importanceTerm: Terms<Importance> = {
  normal: m.importance_normal,
  key: m.importance_key,
  listed: m.importance_listed,
};
