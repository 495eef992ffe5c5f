import { describe, expect, it, test } from 'vitest';
import {
  anItem,
  anItemContext,
  cooperatingOfficer,
  itemAfter,
  itemHistory,
  leader,
} from '../testing/index.ts';
import { leadOfficer, outcomeOf, triageAdmin } from '../testing/index.ts';
import type { Actor } from '../people/actor.ts';
import { decideItem } from './decide-item.ts';
import type { ItemCommand } from './item-command.ts';
import type { SupervisionItem } from './supervision-item.ts';

const now = '2026-10-14T02:00:00.000Z';

const give = (state: SupervisionItem, actor: Actor, command: ItemCommand, at = now) =>
  outcomeOf(decideItem(state, command, anItemContext({ actor, now: at })));

describe('signing', () => {
  it('starts the heartbeat: ten days on, off a day of rest', () => {
    const at = '2026-10-13T02:00:00.000Z';
    expect(give(anItem().assigned(), leadOfficer, { type: 'sign' }, at)).toEqual([
      {
        type: 'ItemSigned',
        at,
        isSilent: false,
        nextReportDue: { date: '2026-10-23', half: 'pm', provisional: false },
      },
    ]);
  });

  it('is not for a cooperating department', () => {
    expect(give(anItem().assigned(), cooperatingOfficer, { type: 'sign' })).toEqual({
      code: 'not_authorised',
    });
  });
});

describe('measures', () => {
  const complete = (measureId: string): ItemCommand => ({
    type: 'complete_measure',
    measureId,
    evidence: 'x.pdf',
  });

  it('are completed by their own department', () => {
    expect(give(anItem().advancing(), leadOfficer, complete('measure-of-lead'))).toEqual([
      {
        type: 'MeasureCompleted',
        at: now,
        measureId: 'measure-of-lead',
        evidence: 'x.pdf',
        departmentId: 'lead-department',
      },
    ]);
    expect(give(anItem().advancing(), leadOfficer, complete('measure-of-cooperating'))).toEqual({
      code: 'not_authorised',
    });
  });

  it('are known', () => {
    expect(give(anItem().advancing(), leadOfficer, complete('no-measure'))).toEqual({
      code: 'unknown_measure',
    });
  });

  it('bring a signed item to advancing, and are kept', () => {
    const decision = decideItem(
      anItem().signed(),
      complete('measure-of-lead'),
      anItemContext({ actor: leadOfficer, now }),
    );
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(itemAfter([...itemHistory('signed'), ...decision.events])).toMatchObject({
      status: 'advancing',
      measures: [
        { id: 'measure-of-lead', completedAt: now, evidence: 'x.pdf' },
        { id: 'measure-of-cooperating', completedAt: null },
      ],
    });
  });

  it('are all done before strike-off is asked for', () => {
    const request = { type: 'request_strike_off', claim: 'Done.' } as const;
    expect(give(anItem().advancing(), leadOfficer, request)).toEqual({
      code: 'measures_open',
      data: { open: 2 },
    });
    const at = '2026-10-16T07:00:00.000Z';
    expect(give(anItem().ready(), leadOfficer, request, at)).toEqual([
      { type: 'StrikeOffRequested', at, by: leadOfficer.staffId, claim: 'Done.' },
    ]);
  });
});

it('links a complaint once', () => {
  const link = (complaintId: string): ItemCommand => ({ type: 'link_complaint', complaintId });
  expect(give(anItem().signed(), triageAdmin, link('complaint-1'))).toEqual({ code: 'already_linked' });
  expect(give(anItem().signed(), triageAdmin, link('complaint-2'))).toEqual([
    { type: 'ComplaintLinked', at: now, complaintId: 'complaint-2' },
  ]);
});

test.each([
  ['2026-10-13', { code: 'date_in_the_past' }],
  ['2026-10-14', { code: 'date_in_the_past' }],
  ['2026-10-15', [{ type: 'ItemSuspended', at: now, reason: 'Lawsuit', reviewOn: '2026-10-15' }]],
])('suspends with a review date to come: %s', (reviewOn, outcome) => {
  expect(give(anItem().signed(), leader, { type: 'suspend', reason: 'Lawsuit', reviewOn })).toEqual(outcome);
});

it('keeps a suspended item as it was', () => {
  const { interruptions: _, ...before } = anItem().advancing();
  const resumed = itemAfter([
    ...itemHistory('suspended'),
    { type: 'ItemResumed', at: '2026-10-20T02:00:00.000Z', reason: 'Judged.' },
  ]);
  expect(resumed).toEqual({
    ...before,
    interruptions: [
      { leftAt: '2026-10-15T01:00:00.000Z', backAt: '2026-10-20T02:00:00.000Z', reason: 'suspended' },
    ],
  });
});
