import { localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import {
  assignmentOf,
  type Advancing,
  type Rework,
  type Signed,
  type SupervisionItem,
} from './supervision-item.ts';

/** A visit on the spot or a talk (约谈), by two people or more, of a department of the item. */
export function recordVisit(
  state: SupervisionItem,
  command: ItemCommand & { type: 'record_visit' },
  { now: at }: ItemContext,
): ItemDecision {
  if (new Set(command.inspectorIds).size < 2) return refused('visit_needs_two');
  if (command.on > localDateOf(at)) return refused('date_in_the_future');
  if (!participantsOf(state).includes(command.departmentId)) return refused('visit_of_stranger');
  return happened({ ...command, type: 'VisitRecorded', at });
}

/** A joint meeting (联席会商). What was agreed becomes measures of those who took part, within the deadline. */
export function holdMeeting(
  state: Signed | Advancing | Rework,
  { on, place, departmentIds, minutes, measures }: ItemCommand & { type: 'hold_meeting' },
  { now: at }: ItemContext,
): ItemDecision {
  const participants = participantsOf(state);
  const today = localDateOf(at);
  if (on > today) return refused('date_in_the_future');
  if (departmentIds.some((id) => !participants.includes(id))) return refused('meeting_of_stranger');
  if (measures.some(({ departmentId }) => !departmentIds.includes(departmentId)))
    return refused('measure_of_stranger');
  const { date: deadline } = state.assignment.deadline;
  if (measures.some(({ dueOn }) => dueOn > deadline)) return refused('measure_after_deadline', { deadline });
  if (measures.some(({ dueOn }) => dueOn < today)) return refused('date_in_the_past');
  return happened({
    type: 'MeetingHeld',
    at,
    on,
    place,
    departmentIds,
    minutes,
    measures: measures.map((measure) => ({ ...measure, completedAt: null, evidence: '' })),
  });
}

function participantsOf(item: SupervisionItem): readonly string[] {
  const assignment = assignmentOf(item);
  return assignment === null ? [] : [assignment.leadDepartmentId, ...assignment.cooperatingDepartmentIds];
}
