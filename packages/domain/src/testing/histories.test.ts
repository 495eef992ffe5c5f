import { describe, expect, test } from 'vitest';
import type { ComplaintCommand } from '../complaint/complaint-command.ts';
import type { ComplaintContext } from '../complaint/complaint-decision.ts';
import { decideComplaint } from '../complaint/decide-complaint.ts';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import type { Actor } from '../people/actor.ts';
import { decideItem } from '../supervision/decide-item.ts';
import type { ItemCommand } from '../supervision/item-command.ts';
import { proposeItem } from '../supervision/propose-item.ts';
import {
  aComplaintContext,
  anItemContext,
  clerk,
  complainant,
  complaintAfter,
  complaintHistory,
  cooperatingOfficer,
  inspector,
  itemAfter,
  itemHistory,
  leader,
  leadHead,
  leadOfficer,
  triageAdmin,
  type ItemStage,
} from './index.ts';

const item = { isDisposed: true, isStruckOff: false, concernedDepartmentIds: ['lead-department'] };

/** The histories that tests start from are what the decisions make of these commands, word for word. */
describe('complaint histories', () => {
  const accept: Step<ComplaintCommand> = [
    triageAdmin,
    '2026-10-12T02:00:00.000Z',
    { type: 'accept', category: 'licence', complexity: 'ordinary' },
  ];
  const settle: Step<ComplaintCommand> = [
    clerk,
    '2026-10-12T03:00:00.000Z',
    {
      type: 'settle_on_the_spot',
      category: 'licence',
      complexity: 'simple',
      outcome: 'solved',
      text: 'Done at the desk.',
    },
  ];
  const place: Step<ComplaintCommand> = [
    triageAdmin,
    '2026-10-12T03:00:00.000Z',
    { type: 'place_under_supervision', itemId: 'item-1' },
  ];
  const ask: Step<ComplaintCommand> = [
    triageAdmin,
    '2026-10-14T01:00:00.000Z',
    { type: 'ask_complainant', question: 'Which desk was it?' },
  ];
  const answer: Step<ComplaintCommand> = [
    triageAdmin,
    '2026-10-16T07:00:00.000Z',
    { type: 'publish_answer', outcome: 'explained', text: 'The licence needs a second paper.' },
  ];
  const monday = '2026-10-19T02:00:00.000Z';
  const dispute: Step<ComplaintCommand> = [
    complainant,
    monday,
    { type: 'dispute', reason: 'I have that paper.' },
  ];
  const confirm: Step<ComplaintCommand> = [complainant, monday, { type: 'confirm' }];
  const reopen: Step<ComplaintCommand> = [
    complainant,
    '2026-10-26T02:00:00.000Z',
    { type: 'reopen', reason: 'It came back.' },
  ];

  test.each([
    ['settled_on_the_spot', [accept, settle]],
    ['awaiting_complainant', [accept, place, ask]],
    ['disputed', [accept, place, answer, dispute]],
    ['reopened', [accept, place, answer, confirm, reopen]],
  ] as const)('%s', (status, steps) => {
    const history = [submitted()];
    for (const [actor, now, command] of steps) {
      const context: ComplaintContext = aComplaintContext({ actor, now, item });
      const decision = decideComplaint(complaintAfter(history), command, context);
      if (!decision.ok) throw new Error(decision.refusal.code);
      history.push(...decision.events);
    }
    expect(history).toEqual(complaintHistory(status));
  });

  function submitted() {
    return submitComplaint(
      {
        type: 'submit',
        id: 'complaint-1',
        trackingNumber: 'BH-2026-0001',
        channel: 'portal',
        complainantKind: 'citizen',
        openness: 'open',
        reachable: true,
        matterHash: 'hash-of-the-matter',
      },
      aComplaintContext({ now: '2026-10-12T01:00:00.000Z' }),
    ) as ReturnType<typeof complaintHistory>[number];
  }
});

describe('item histories', () => {
  const assign: Step<ItemCommand> = [
    triageAdmin,
    '2026-10-12T03:00:00.000Z',
    {
      type: 'assign',
      leadDepartmentId: 'lead-department',
      cooperatingDepartmentIds: ['cooperating-department'],
      clock: { start: '2026-10-12T02:00:00.000Z', workingDays: 5 },
      measures: [
        {
          id: 'measure-of-lead',
          text: 'Issue the licence.',
          departmentId: 'lead-department',
          dueOn: '2026-10-19',
        },
        {
          id: 'measure-of-cooperating',
          text: 'Send the plan.',
          departmentId: 'cooperating-department',
          dueOn: '2026-10-15',
        },
      ],
    },
  ];
  const toAdvancing: readonly Step<ItemCommand>[] = [
    assign,
    [leadOfficer, '2026-10-13T01:00:00.000Z', { type: 'sign' }],
    [
      leadOfficer,
      '2026-10-14T01:00:00.000Z',
      {
        type: 'report_progress',
        reportId: 'report-1',
        text: 'The file is complete.',
        percent: 40,
        obstacles: '',
        nextStep: 'Decide.',
      },
    ],
  ];
  const toVerifying: readonly Step<ItemCommand>[] = [
    ...toAdvancing,
    [
      cooperatingOfficer,
      '2026-10-15T01:00:00.000Z',
      { type: 'complete_measure', measureId: 'measure-of-cooperating', evidence: 'plan.pdf' },
    ],
    [
      leadOfficer,
      '2026-10-16T01:00:00.000Z',
      { type: 'complete_measure', measureId: 'measure-of-lead', evidence: 'licence.pdf' },
    ],
    [
      leadOfficer,
      '2026-10-16T07:00:00.000Z',
      { type: 'request_strike_off', claim: 'The licence is issued.' },
    ],
    [
      triageAdmin,
      '2026-10-19T01:00:00.000Z',
      {
        type: 'open_verification',
        inspectorId: inspector.staffId,
        inspectorDepartmentId: inspector.departmentId,
      },
    ],
  ];
  const findings = (isResolved: boolean): readonly Step<ItemCommand>[] => [
    [
      inspector,
      '2026-10-20T01:00:00.000Z',
      {
        type: 'file_finding',
        findingId: 'finding-A',
        part: 'A',
        kind: 'verification',
        isResolved,
        isFalseRequest: false,
        text: 'Seen on site.',
        complaintId: null,
        visit: null,
      },
    ],
    [
      clerk,
      '2026-10-20T07:00:00.000Z',
      {
        type: 'file_finding',
        findingId: 'finding-B',
        part: 'B',
        kind: 'callback',
        isResolved,
        isFalseRequest: false,
        text: 'The complainant says so.',
        complaintId: 'complaint-1',
        visit: null,
      },
    ],
  ];
  const wednesday = '2026-10-21T01:00:00.000Z';
  const rebound: Step<ItemCommand> = [
    triageAdmin,
    '2026-11-20T01:00:00.000Z',
    { type: 'record_rebound', reason: 'The licence was revoked.' },
  ];

  test.each<readonly [ItemStage, readonly Step<ItemCommand>[]]>([
    [
      'returned',
      [
        assign,
        [
          leadHead,
          '2026-10-12T07:00:00.000Z',
          { type: 'return', reason: 'Not our duty.', legalBasis: 'List of duties, no. 7' },
        ],
      ],
    ],
    [
      'suspended',
      [
        ...toAdvancing,
        [leader, '2026-10-15T01:00:00.000Z', { type: 'suspend', reason: 'Lawsuit', reviewOn: '2026-10-30' }],
      ],
    ],
    [
      'rebounded',
      [...toVerifying, ...findings(true), [triageAdmin, wednesday, { type: 'strike_off' }], rebound],
    ],
    [
      'watched',
      [
        ...toVerifying,
        ...findings(true),
        [triageAdmin, wednesday, { type: 'watch', focus: 'Seals', reviewOn: '2026-11-30' }],
      ],
    ],
    [
      'long_running',
      [
        ...toVerifying,
        ...findings(false),
        [triageAdmin, wednesday, { type: 'make_long_running', plan: 'After the reform' }],
      ],
    ],
    [
      'referred_up',
      [
        ...toVerifying,
        ...findings(false),
        [triageAdmin, wednesday, { type: 'refer_up', brief: 'Two laws clash.', to: 'Province' }],
      ],
    ],
    [
      'rework',
      [
        ...toVerifying,
        ...findings(false),
        [triageAdmin, wednesday, { type: 'send_to_rework', reason: 'The licence lacks a seal.' }],
      ],
    ],
  ])('%s', (stage, steps) => {
    const history = [...proposed()];
    for (const [actor, now, command] of steps) {
      const decision = decideItem(itemAfter(history), command, anItemContext({ actor, now }));
      if (!decision.ok) throw new Error(decision.refusal.code);
      history.push(...decision.events);
    }
    expect(history).toEqual(itemHistory(stage));
  });

  function proposed() {
    const decision = proposeItem(
      {
        type: 'propose',
        id: 'item-1',
        number: 'DB-2026-0001',
        source: 'complaint',
        basis: 'Complaint BH-2026-0001',
        problem: 'The licence is not issued.',
        importance: 'normal',
        complaintIds: ['complaint-1'],
      },
      anItemContext({ now: '2026-10-12T03:00:00.000Z' }),
    );
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.events;
  }
});

type Step<Command> = readonly [Actor, string, Command];
