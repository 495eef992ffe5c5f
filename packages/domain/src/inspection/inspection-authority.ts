import { hasRole, personsOf, type Actor, type Role } from '../people/actor.ts';
import type { Inspection, InspectionStatus } from './inspection.ts';
import { INSPECTION_COMMANDS, type InspectionCommandType } from './inspection-command.ts';

type Who = Role | 'team';

/** Who may give each command; `team`: whoever is on the team, whatever their role. Source: domain.md, Special inspection. */
export const INSPECTION_AUTHORITY: Readonly<Record<InspectionCommandType, readonly Who[]>> = {
  form_team: ['triage_admin'],
  begin: ['triage_admin', 'team'],
  record_finding: ['team'],
  withdraw_finding: ['team'],
  open_item: ['triage_admin'],
  draft_report: ['triage_admin', 'team'],
  edit_report: ['triage_admin', 'team'],
  submit_report: ['triage_admin', 'team'],
  send_back_report: ['leader'],
  approve_report: ['leader'],
  cancel: ['triage_admin', 'leader'],
};

export const LAWFUL_INSPECTION_COMMANDS: Readonly<
  Record<InspectionStatus, readonly InspectionCommandType[]>
> = {
  planned: ['form_team', 'begin', 'cancel'],
  under_way: ['form_team', 'record_finding', 'withdraw_finding', 'open_item', 'draft_report', 'cancel'],
  reporting: ['open_item', 'edit_report', 'submit_report'],
  awaiting_approval: ['open_item', 'send_back_report', 'approve_report'],
  closed: ['open_item'],
  cancelled: [],
};

/** On the team, or standing in for somebody who is. */
export function isOnTeam(actor: Actor, { team }: Pick<Inspection, 'team'>): boolean {
  if (actor.kind !== 'staff') return false;
  const persons = personsOf(actor);
  return team.some(({ staffId }) => persons.includes(staffId));
}

export function mayCommandInspection(
  actor: Actor,
  inspection: Inspection,
  command: InspectionCommandType,
): boolean {
  return INSPECTION_AUTHORITY[command].some((who) =>
    who === 'team' ? isOnTeam(actor, inspection) : hasRole(actor, who),
  );
}

/** Whoever is on the team or wrote in the report, or stands in for somebody who did, does not approve it. */
export function isReportWriter(actor: Actor, inspection: Inspection): boolean {
  if (actor.kind !== 'staff') return false;
  if (isOnTeam(actor, inspection)) return true;
  const writers = 'report' in inspection ? inspection.report.writtenBy : [];
  return personsOf(actor).some((person) => writers.includes(person));
}

/** The commands that this person may give now. */
export function lawfulInspectionCommands(
  inspection: Inspection,
  actor: Actor,
): readonly InspectionCommandType[] {
  return INSPECTION_COMMANDS.filter(
    (command) =>
      LAWFUL_INSPECTION_COMMANDS[inspection.status].includes(command) &&
      mayCommandInspection(actor, inspection, command) &&
      (command !== 'approve_report' || !isReportWriter(actor, inspection)) &&
      (command !== 'begin' || inspection.team.length > 0),
  );
}
