import { happened, refused, type Refusal } from '../decision.ts';
import { personsOf, unitsOf, type StaffActor } from '../people/actor.ts';
import { independenceRefusal, verificationStateOf, type IndependenceRefusal } from './dual-verification.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { Finding, FindingKind, FindingPart, Verifying } from './supervision-item.ts';

const KINDS: Readonly<Record<FindingPart, readonly FindingKind[]>> = {
  A: ['verification'],
  B: ['callback', 'corroboration'],
  C: ['third_check'],
};

/** Files one part of dual verification (双重印证), once per part, by somebody independent of the others. */
export function fileFinding(
  state: Verifying,
  command: ItemCommand & { type: 'file_finding' },
  actor: StaffActor,
  { now: at, isCallbackPossible, complainedAboutIds }: ItemContext,
): ItemDecision {
  const { staffId, departmentId } = actor;
  const { type: _, findingId: id, part, kind, complaintId, visit, ...rest } = command;
  if (!KINDS[part].includes(kind)) return refused('kind_does_not_fit_part');
  if (state.findings.some((finding) => finding.part === part)) return refused('part_already_filed');
  if (part === 'A' && !personsOf(actor).includes(state.inspectorId)) return refused('not_the_inspector');
  if (kind === 'corroboration' && isCallbackPossible) return refused('callback_first');
  if (kind === 'callback' && (complaintId === null || !state.complaintIds.includes(complaintId)))
    return refused('callback_not_linked');
  if (part === 'C') {
    if (verificationStateOf(state.findings) !== 'awaiting_third') return refused('no_disagreement');
    if (visit === null || !visit.inspectorIds.includes(staffId)) return refused('visit_needed');
    if (new Set(visit.inspectorIds).size < 2) return refused('visit_needs_two');
    const earlier = state.findings.map((finding) => finding.staffId);
    if (visit.inspectorIds.some((id) => earlier.includes(id))) return refused('finder_not_independent');
  }
  const dependent = dependenceOf(state, actor, part, complainedAboutIds);
  if (dependent) return { ok: false, refusal: dependent };
  const finding: Finding = { ...rest, id, part, kind, at, staffId, departmentId, complaintId, visit };
  return happened({ type: 'FindingFiled', at, finding });
}

/** Why whoever acts is not independent: they themselves, or the person they stand in for, with either's unit. */
function dependenceOf(
  state: Verifying,
  actor: StaffActor,
  part: FindingPart,
  complainedAboutIds: readonly string[],
): Refusal<IndependenceRefusal> | null {
  for (const staffId of personsOf(actor))
    for (const departmentId of unitsOf(actor)) {
      const dependent = independenceRefusal(state, { staffId, departmentId }, part, complainedAboutIds);
      if (dependent !== null) return dependent;
    }
  return null;
}
