import { refused, type Refusal } from '../decision.ts';
import { unitsOf, type Actor } from '../people/actor.ts';
import type { Inspection, InspectionStatus } from './inspection.ts';
import { isOnTeam } from './inspection-authority.ts';
import type { InspectionRefusal } from './inspection-command.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal<InspectionRefusal> };

/** Until the report goes to its approval: photos taken on the spot are often put in order in the office. */
const OPEN: readonly InspectionStatus[] = ['under_way', 'reporting'];

/**
 * Whether this person may put a file to a finding that stands: whoever is on the team, and not of the department found at.
 * Source: domain.md, Site visits: findings, photos; Teams: recusal is enforced.
 */
export function mayAddFindingEvidence(actor: Actor, inspection: Inspection, findingId: string): Answer {
  if (!isOnTeam(actor, inspection)) return refused('not_authorised');
  const finding = inspection.findings.find(({ id }) => id === findingId);
  if (finding === undefined) return refused('unknown_finding');
  if (finding.withdrawn !== null) return refused('finding_withdrawn');
  if (actor.kind === 'staff' && unitsOf(actor).includes(finding.departmentId))
    return refused('inspector_concerned');
  return OPEN.includes(inspection.status) ? { ok: true } : refused('illegal_inspection_step');
}
