import { describe, expect, it, test } from 'vitest';
import { gapsOf, type OpenComplaintFacts, type OpenItemFacts } from './coverage.ts';

const OFFICE = { triageAdmins: 2, leaders: 1 };
const complaint = (more: Partial<OpenComplaintFacts>): OpenComplaintFacts => ({
  ...{ about: 'complaint', status: 'under_supervision', hasClock: true, hasItem: true },
  ...more,
});
const item = (more: Partial<OpenItemFacts>): OpenItemFacts => ({
  ...{ about: 'item', status: 'advancing', hasClock: true, returns: 0 },
  ...{ leadStaff: 3, isInspectorThere: null, countersigners: 2 },
  ...more,
});

describe('what is covered', () => {
  test.each([
    complaint({}),
    complaint({ status: 'submitted' }),
    complaint({ status: 'closed', hasClock: false }),
    item({}),
    item({ status: 'verifying', isInspectorThere: true }),
    item({ status: 'struck_off', hasClock: false }),
  ])('%j is not listed', (facts) => {
    expect(gapsOf(facts, OFFICE, 2)).toEqual([]);
  });
});

describe('what is not covered', () => {
  test.each([
    [complaint({ status: 'disputed', hasClock: false }), 'no_clock', 'waits_to_be_taken_up'],
    [complaint({ hasItem: false }), 'no_next_step', 'item_missing'],
    [complaint({ status: 'answered', hasClock: false }), 'no_clock', 'without_date'],
    [item({ leadStaff: 0 }), 'no_owner', 'department_without_staff'],
    [item({ leadStaff: null }), 'no_owner', 'no_lead_department'],
    [item({ status: 'verifying', isInspectorThere: false }), 'no_owner', 'inspector_left'],
    [item({ status: 'proposed', countersigners: 0 }), 'no_owner', 'nobody_to_countersign'],
    [item({ status: 'registered', hasClock: false }), 'no_clock', 'waits_to_be_assigned'],
    [item({ status: 'suspended', hasClock: false }), 'no_next_step', 'rests_without_date'],
    [item({ hasClock: false }), 'no_clock', 'without_date'],
  ] as const)('%j: %s, %s', (facts, kind, reason) => {
    expect(gapsOf(facts, OFFICE, 2)).toEqual([{ kind, reason }]);
  });

  it('is what waits for an office in which nobody is left', () => {
    const nobody = { triageAdmins: 0, leaders: 0 };
    expect(gapsOf(complaint({ status: 'submitted' }), nobody, 2)).toEqual([
      { kind: 'no_owner', reason: 'no_triage_admin' },
    ]);
    expect(gapsOf(item({ status: 'returned', returns: 2 }), nobody, 2)).toEqual([
      { kind: 'no_owner', reason: 'no_leader' },
    ]);
  });

  it('may be several things at once', () => {
    expect(gapsOf(item({ leadStaff: 0, hasClock: false }), OFFICE, 2)).toEqual([
      { kind: 'no_owner', reason: 'department_without_staff' },
      { kind: 'no_clock', reason: 'without_date' },
    ]);
  });
});
