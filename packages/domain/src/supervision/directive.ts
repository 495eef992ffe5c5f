import { localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { assignmentOf, type SupervisionItem } from './supervision-item.ts';

/** A leader's remark (批示) becomes a duty of one department of the item, with a day by which it is answered. */
export function giveDirective(
  state: SupervisionItem,
  { directiveId, departmentId, text, dueOn }: ItemCommand & { type: 'give_directive' },
  { staffId: by }: StaffActor,
  { now: at }: ItemContext,
): ItemDecision {
  const assignment = assignmentOf(state);
  const participants = [assignment?.leadDepartmentId, ...(assignment?.cooperatingDepartmentIds ?? [])];
  if (!participants.includes(departmentId)) return refused('directive_to_stranger');
  if (dueOn < localDateOf(at)) return refused('date_in_the_past');
  return happened({ type: 'DirectiveGiven', at, directiveId, by, departmentId, text, dueOn });
}

/** The department says what came of it; once. */
export function answerDirective(
  state: SupervisionItem,
  { directiveId, text }: ItemCommand & { type: 'answer_directive' },
  { staffId: by }: StaffActor,
  { now: at }: ItemContext,
): ItemDecision {
  const directive = state.directives.find(({ id }) => id === directiveId);
  if (directive === undefined) return refused('unknown_directive');
  if (directive.answer !== null) return refused('directive_already_answered');
  const { departmentId } = directive;
  return happened({ type: 'DirectiveAnswered', at, directiveId, by, departmentId, text });
}
