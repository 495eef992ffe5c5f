import { expect, test } from 'vitest';
import { anInspection } from '../testing/an-inspection.ts';
import {
  aStaffMember,
  inspector,
  leader,
  leadHead,
  secondInspector,
  thirdInspector,
  triageAdmin,
} from '../testing/people.ts';
import type { Actor } from '../people/actor.ts';
import { mayAddFindingEvidence } from './finding-evidence.ts';
import { INSPECTION_STATUSES, type Inspection } from './inspection.ts';

const code = (actor: Actor, inspection: Inspection, findingId = 'finding-1') => {
  const answer = mayAddFindingEvidence(actor, inspection, findingId);
  return answer.ok ? 'taken' : answer.refusal.code;
};

test('the team puts photos to a finding until the report goes to its approval', () => {
  expect(
    Object.fromEntries(INSPECTION_STATUSES.map((status) => [status, code(inspector, anInspection(status))])),
  ).toEqual({
    planned: 'unknown_finding',
    under_way: 'taken',
    reporting: 'taken',
    awaiting_approval: 'illegal_inspection_step',
    closed: 'illegal_inspection_step',
    cancelled: 'unknown_finding',
  });
});

test('nobody else does, whatever their role', () => {
  const found = anInspection('under_way');
  expect(code(secondInspector, found)).toBe('taken');
  for (const actor of [thirdInspector, triageAdmin, leader, leadHead])
    expect(code(actor, found)).toBe('not_authorised');
});

test('not to what was withdrawn or never found, and not by somebody of the department', () => {
  const found = anInspection('under_way');
  const [finding] = found.findings;
  if (finding === undefined) throw new Error('nothing was found');
  expect(code(inspector, found, 'other')).toBe('unknown_finding');
  const withdrawn = { ...finding, withdrawn: { at: finding.recordedAt, by: 'x', reason: '不属实' } };
  expect(code(inspector, { ...found, findings: [withdrawn] })).toBe('finding_withdrawn');
  const moved = { ...found, team: [{ staffId: 'moved', departmentIds: [] }] };
  const actor = aStaffMember('inspector', finding.departmentId, 'moved');
  expect(code(actor, moved)).toBe('inspector_concerned');
});
