import type { RecurringMatter } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `recurring_matter`, all of which its events fold to. */
export function recurringMatterRow(state: RecurringMatter, head: StreamHead) {
  const change = 'change' in state ? state.change : null;
  return {
    id: state.id,
    category: state.category,
    department_id: state.departmentId,
    cause_class: state.causeClass,
    status: state.status,
    root_cause: state.rootCause,
    change_text: change?.text ?? null,
    owner_department_id: change?.ownerDepartmentId ?? null,
    due_on: change?.dueOn ?? null,
    result: state.status === 'changed' ? state.result : null,
    version: head.version,
    head_hash: head.hash,
  };
}
