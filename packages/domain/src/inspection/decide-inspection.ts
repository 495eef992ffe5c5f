import { localDateOf, type Instant } from '../calendar/index.ts';
import { happened, refused, type Decision } from '../decision.ts';
import { hasRole, unitsOf, type Actor, type StaffActor } from '../people/actor.ts';
import { TEAM_LEAST, type TeamMember } from '../supervision/team.ts';
import type { Inspection, InspectionFinding, InspectionScope } from './inspection.ts';
import { isReportWriter, LAWFUL_INSPECTION_COMMANDS, mayCommandInspection } from './inspection-authority.ts';
import type { InspectionCommand, InspectionRefusal, PlanInspection } from './inspection-command.ts';
import type { InspectionEvent } from './inspection-event.ts';

type Context = { readonly actor: Actor; readonly now: Instant };
export type InspectionDecision = Decision<InspectionEvent, InspectionRefusal>;

/** Begins a special inspection (专项督查): what it is about, where it looks, on what basis and when. */
export function planInspection(
  { type: _, ...plan }: PlanInspection,
  { actor, now: at }: Context,
): InspectionDecision {
  if (!hasRole(actor, 'triage_admin', 'leader')) return refused('not_authorised');
  return happened({ type: 'InspectionPlanned', at, ...plan, by: actor.staffId });
}

/** What a command on a special inspection comes to. */
export function decideInspection(
  state: Inspection,
  command: InspectionCommand,
  { actor, now: at }: Context,
): InspectionDecision {
  if (actor.kind !== 'staff' || !mayCommandInspection(actor, state, command.type))
    return refused('not_authorised');
  if (!LAWFUL_INSPECTION_COMMANDS[state.status].includes(command.type))
    return refused('illegal_inspection_step');
  const by = actor.staffId;
  switch (command.type) {
    case 'form_team':
      return formInspectionTeam(state, command, by, at);
    case 'begin':
      if (state.team.length === 0) return refused('no_team_yet');
      if (localDateOf(at) < state.fromOn) return refused('inspection_too_early', { on: state.fromOn });
      return happened({ type: 'InspectionBegun', at, by });
    case 'record_finding':
      return recordFinding(state, command, actor, at);
    case 'withdraw_finding': {
      const { findingId, reason } = command;
      const open = openFinding(state, findingId);
      if (!open.ok) return open;
      return happened({ type: 'InspectionFindingWithdrawn', at, by, findingId, reason });
    }
    case 'open_item': {
      const { findingId, itemId, number } = command;
      const open = openFinding(state, findingId);
      if (!open.ok) return open;
      if (unitsOf(actor).includes(open.finding.departmentId)) return refused('decider_concerned');
      return happened({ type: 'FindingItemOpened', at, by, findingId, itemId, number });
    }
    case 'draft_report':
      return happened({ type: 'InspectionReportDrafted', at, by, form: command.form, texts: command.texts });
    case 'edit_report': {
      const texts = 'report' in state ? state.report.texts : {};
      const changed = Object.entries(command.texts).filter(
        ([key, text]) => text !== (texts[key as keyof typeof texts] ?? ''),
      );
      if (changed.length === 0) return happened();
      return happened({ type: 'InspectionReportEdited', at, by, texts: Object.fromEntries(changed) });
    }
    case 'submit_report':
      return happened({ type: 'InspectionReportSubmitted', at, by });
    case 'send_back_report':
      return happened({ type: 'InspectionReportSentBack', at, by, reason: command.reason });
    case 'approve_report': {
      if (isReportWriter(actor, state)) return refused('approved_by_its_writer');
      const { type: _, ...approved } = command;
      return happened({ type: 'InspectionReportApproved', at, by, ...approved });
    }
    case 'cancel':
      return happened({ type: 'InspectionCancelled', at, by, reason: command.reason });
  }
}

/** Whether somebody is of a department that the inspection looks at. Source: domain.md, Teams: recusal is enforced. */
export function isOfInspected({ departmentIds }: InspectionScope, member: TeamMember): boolean {
  return member.departmentIds.some((id) => departmentIds.includes(id));
}

/** A person decides who is on the team: two or more, none of a department it looks at or of one already written up. */
function formInspectionTeam(
  { scope, findings }: Inspection,
  { members, proposedIds }: InspectionCommand & { type: 'form_team' },
  by: string,
  at: Instant,
): InspectionDecision {
  if (new Set(members.map(({ staffId }) => staffId)).size < TEAM_LEAST)
    return refused('team_too_small', { least: TEAM_LEAST });
  const departmentIds = [...scope.departmentIds, ...findings.map(({ departmentId }) => departmentId)];
  if (members.some((member) => isOfInspected({ ...scope, departmentIds }, member)))
    return refused('team_member_in_conflict');
  return happened({ type: 'InspectionTeamFormed', at, by, members, proposedIds });
}

/** Found on the spot by two or more of the team, none of them of the department, within scope and period. */
function recordFinding(
  { scope, team, fromOn, toOn }: Inspection,
  { finding }: InspectionCommand & { type: 'record_finding' },
  actor: StaffActor,
  at: Instant,
): InspectionDecision {
  const { departmentId, foundOn, inspectorIds } = finding;
  if (new Set(inspectorIds).size < TEAM_LEAST) return refused('visit_needs_two');
  const present = team.filter(({ staffId }) => inspectorIds.includes(staffId));
  if (present.length < new Set(inspectorIds).size) return refused('not_on_the_team');
  const units = [...unitsOf(actor), ...present.flatMap(({ departmentIds }) => departmentIds)];
  if (units.includes(departmentId)) return refused('inspector_concerned');
  if (scope.departmentIds.length > 0 && !scope.departmentIds.includes(departmentId))
    return refused('finding_outside_scope');
  if (foundOn > localDateOf(at)) return refused('date_in_the_future');
  if (foundOn < fromOn || foundOn > toOn)
    return refused('finding_outside_period', { from: fromOn, to: toOn });
  return happened({ type: 'InspectionFindingRecorded', at, by: actor.staffId, finding });
}

type OpenFinding = { readonly ok: true; readonly finding: InspectionFinding };

/** A finding that stands and that nothing came of yet. */
function openFinding(
  { findings }: Inspection,
  findingId: string,
): OpenFinding | Extract<InspectionDecision, { ok: false }> {
  const finding = findings.find(({ id }) => id === findingId);
  if (finding === undefined) return refused('unknown_finding');
  if (finding.withdrawn !== null) return refused('finding_withdrawn');
  if (finding.item !== null) return refused('finding_has_item', { number: finding.item.number });
  return { ok: true, finding };
}
