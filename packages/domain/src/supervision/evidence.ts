import type { EvidenceOf } from '../attachment/attachment.ts';
import { refused, type Refusal } from '../decision.ts';
import { hasRole, type Actor } from '../people/actor.ts';
import { isLawfulForItem } from './lawful-commands.ts';
import type { SupervisionItem } from './supervision-item.ts';

export type EvidenceRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'unknown_measure'
  | 'unknown_report'
  | 'unknown_visit'
  | 'measure_not_completed';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal<EvidenceRefusal> };

/**
 * Whether this person may put a file to a measure that is done, to a report or to a visit, as long as the item is being worked
 * on: a department to what it did itself, inspectors and the office to visits. `visits`: places of the visits in the stream.
 * Source: domain.md, measure: owner, due date, state, evidence; VE1 typed evidence with its hash.
 */
export function mayAddEvidence(
  actor: Actor,
  item: SupervisionItem,
  { of, ref }: { readonly of: EvidenceOf; readonly ref: string },
  visits: readonly string[],
): Answer {
  switch (of) {
    case 'measure': {
      const measure = item.measures.find(({ id }) => id === ref);
      if (measure === undefined) return refused('unknown_measure');
      if (!isOfDepartment(actor, measure.departmentId)) return refused('not_authorised');
      if (measure.completedAt === null) return refused('measure_not_completed');
      return isLawfulForItem(item.status, 'complete_measure') ? { ok: true } : refused('illegal_move');
    }
    case 'report': {
      const report = item.reports.find(({ id }) => id === ref);
      if (report === undefined) return refused('unknown_report');
      if (!isOfDepartment(actor, report.departmentId)) return refused('not_authorised');
      return isLawfulForItem(item.status, 'report_progress') ? { ok: true } : refused('illegal_move');
    }
    case 'visit':
      if (!hasRole(actor, 'inspector', 'triage_admin')) return refused('not_authorised');
      if (!visits.includes(ref)) return refused('unknown_visit');
      return isLawfulForItem(item.status, 'record_visit') ? { ok: true } : refused('illegal_move');
  }
}

function isOfDepartment(actor: Actor, departmentId: string): boolean {
  return hasRole(actor, 'department_officer', 'department_head') && actor.departmentId === departmentId;
}
