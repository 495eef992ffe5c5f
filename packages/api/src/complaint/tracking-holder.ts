import type { TranslatedName } from '@bihuan/db';
import { assignmentOf, type Complaint, type SupervisionItem } from '@bihuan/domain';
import type { Holder } from './tracking.ts';

/** With whom the matter lies now; null once it lies with nobody. */
export function holderOf(
  state: Complaint,
  item: SupervisionItem | null,
  departments: ReadonlyMap<string, TranslatedName>,
): Holder | null {
  switch (state.status) {
    case 'submitted':
    case 'accepted':
    case 'disputed':
    case 'reopened':
      return { kind: 'triage' };
    case 'awaiting_complainant':
    case 'answered':
      return { kind: 'complainant' };
    case 'objected':
      return { kind: 'objection' };
    case 'under_review':
      return { kind: 'review' };
    case 'under_supervision':
      return item === null ? { kind: 'office' } : holderOfItem(item, departments);
    case 'declined':
    case 'merged':
    case 'split':
    case 'withdrawn':
    case 'settled_on_the_spot':
    case 'closed':
      return null;
  }
}

function holderOfItem(item: SupervisionItem, departments: ReadonlyMap<string, TranslatedName>): Holder {
  switch (item.status) {
    case 'strike_off_requested':
    case 'verifying':
      return { kind: 'verification' };
    case 'assigned':
    case 'signed':
    case 'advancing':
    case 'rework':
    case 'watched':
    case 'long_running': {
      const department = departments.get(assignmentOf(item)?.leadDepartmentId ?? '');
      return department === undefined ? { kind: 'office' } : { kind: 'department', department };
    }
    case 'proposed':
    case 'registered':
    case 'returned':
    case 'struck_off':
    case 'referred_up':
    case 'rebounded':
    case 'suspended':
      return { kind: 'office' };
  }
}
