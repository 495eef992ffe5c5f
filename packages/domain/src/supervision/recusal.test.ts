import { expect, it, test } from 'vitest';
import { decideComplaint } from '../complaint/decide-complaint.ts';
import type { ComplaintCommand } from '../complaint/complaint-command.ts';
import { aComplaint, aComplaintContext, anItem, anItemContext, aStaffMember } from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import type { SupervisionItem } from './supervision-item.ts';

const ABOUT = 'complained-about';
const NOW = '2026-10-21T02:00:00.000Z';

const code = (
  role: 'triage_admin' | 'inspector' | 'assessor',
  departmentId: string,
  state: SupervisionItem,
  command: ItemCommand,
) => {
  const context = { actor: aStaffMember(role, departmentId), now: NOW, complainedAboutIds: [ABOUT] };
  const decision = decideItem(state, command, anItemContext(context));
  return decision.ok ? 'happened' : decision.refusal.code;
};

it('keeps the department complained about from being the verifier, though the item was given to another', () => {
  const open: ItemCommand = { type: 'open_verification', inspectorId: 'x', inspectorDepartmentId: ABOUT };
  const requested = anItem().strikeOffRequested();
  expect(code('triage_admin', 'supervision-office', requested, open)).toBe('inspector_concerned');
  const other = { ...open, inspectorDepartmentId: 'inspection-unit' };
  expect(code('triage_admin', 'supervision-office', requested, other)).toBe('happened');
});

it('keeps it from filing the second finding', () => {
  const finding: ItemCommand = {
    ...{ type: 'file_finding', findingId: 'f', part: 'B', kind: 'corroboration', isResolved: true },
    ...{ isFalseRequest: false, text: '所见', complaintId: null, visit: null },
  };
  const context = (departmentId: string) =>
    anItemContext({
      actor: aStaffMember('assessor', departmentId),
      now: NOW,
      isCallbackPossible: false,
      complainedAboutIds: [ABOUT],
    });
  const own = decideItem(anItem().verifying(), finding, context(ABOUT));
  expect(own.ok ? 'happened' : own.refusal.code).toBe('finder_of_concerned_department');
  expect(decideItem(anItem().verifying(), finding, context('appraisal-unit')).ok).toBe(true);
});

it('keeps it from ruling on a return and from disposing of its own case', () => {
  const rule: ItemCommand = { type: 'rule_on_return', ruling: 'uphold', text: '确属他部门' };
  expect(code('triage_admin', ABOUT, anItem().returned(), rule)).toBe('decider_concerned');
  expect(code('triage_admin', 'supervision-office', anItem().returned(), rule)).toBe('happened');
  expect(code('triage_admin', ABOUT, anItem().verifying(), { type: 'strike_off' })).toBe('decider_concerned');
});

test.each<ComplaintCommand>([
  { type: 'decline', reason: 'no_facts', competentBody: '', notice: '不予受理' },
  { type: 'merge', survivorId: 'other', survivorNumber: 'BH' },
  { type: 'settle_on_the_spot', category: 'c', complexity: 'simple', outcome: 'explained', text: '已说明' },
])('keeps it from deciding on a complaint about itself: $type', (command) => {
  const by = (departmentId: string) =>
    decideComplaint(
      aComplaint().submitted(),
      command,
      aComplaintContext({ actor: aStaffMember('triage_admin', departmentId), aboutDepartmentId: ABOUT }),
    );
  expect(by(ABOUT)).toEqual({ ok: false, refusal: { code: 'decider_concerned' } });
  expect(by('supervision-office').ok).toBe(true);
});
