import { expect, it, test } from 'vitest';
import { anItem, anItemContext, aStaffMember, leader, outcomeOf } from '../testing/index.ts';
import { complainant, secondTriageAdmin, triageAdmin } from '../testing/index.ts';
import { SYSTEM, type Actor } from '../people/actor.ts';
import { decideItem } from './decide-item.ts';
import { proposeItem } from './propose-item.ts';
import type { Importance } from './supervision-item.ts';

const at = '2026-10-12T04:00:00.000Z';

const propose = (importance: Importance, actor: Actor = triageAdmin) =>
  outcomeOf(
    proposeItem(
      {
        type: 'propose',
        id: 'item-1',
        number: 'DB-2026-0001',
        source: 'superior_task',
        basis: 'Notice no. 3',
        problem: 'Roads.',
        importance,
        complaintIds: [],
      },
      anItemContext({ actor }),
    ),
  );

it('registers a normal item at once', () => {
  expect(propose('normal')).toEqual([
    {
      type: 'ItemProposed',
      at,
      id: 'item-1',
      number: 'DB-2026-0001',
      source: 'superior_task',
      basis: 'Notice no. 3',
      problem: 'Roads.',
      importance: 'normal',
      complaintIds: [],
      proposedBy: 'triage_admin-of-supervision-office',
      deadlineVersion: 'deadlines-1',
    },
    { type: 'ItemRegistered', at, by: 'triage_admin-of-supervision-office' },
  ]);
});

test.each(['key', 'listed'] as const)('leaves a %s item to a second signature', (importance) => {
  expect(propose(importance)).toMatchObject([{ type: 'ItemProposed', importance }]);
});

test.each<[Actor, string]>([
  [triageAdmin, 'countersigned_by_proposer'],
  [secondTriageAdmin, 'ItemRegistered'],
  [leader, 'ItemRegistered'],
  [aStaffMember('inspector', 'inspection-unit'), 'not_authorised'],
])('takes the second signature of %j: %s', (actor, result) => {
  const decision = decideItem(
    anItem({ importance: 'key' }).proposed(),
    { type: 'countersign' },
    anItemContext({ actor }),
  );
  expect(decision.ok ? decision.events[0]?.type : decision.refusal.code).toBe(result);
});

test.each<[Actor, boolean]>([
  [leader, true],
  [aStaffMember('clerk', 'd'), false],
  [aStaffMember('department_officer', 'd'), false],
  [aStaffMember('department_head', 'd'), false],
  [aStaffMember('inspector', 'd'), false],
  [aStaffMember('assessor', 'd'), false],
  [aStaffMember('appraisal_admin', 'd'), false],
  [aStaffMember('custodian', 'd'), false],
  [aStaffMember('auditor', 'd'), false],
  [aStaffMember('system_admin', 'd'), false],
  [complainant, false],
  [SYSTEM, false],
])('may be done by %j: %s', (actor, may) => {
  const refusal = { code: 'not_authorised' };
  if (may) expect(propose('normal', actor)).toHaveLength(2);
  else expect(propose('normal', actor)).toEqual(refusal);
});
