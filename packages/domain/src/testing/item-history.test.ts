import { expect, test } from 'vitest';
import type { Actor } from '../people/actor.ts';
import { decideItem } from '../supervision/decide-item.ts';
import type { ItemCommand } from '../supervision/item-command.ts';
import { proposeItem } from '../supervision/propose-item.ts';
import { anItemContext, itemAfter } from './an-item.ts';
import { itemHistory, type ItemStage } from './item-history.ts';
import {
  clerk,
  cooperatingOfficer,
  inspector,
  leader,
  leadHead,
  leadOfficer,
  triageAdmin,
} from './people.ts';

type Step = readonly [Actor, string, ItemCommand];

const assign: Step = [
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
const giveBack: Step = [
  leadHead,
  '2026-10-12T07:00:00.000Z',
  { type: 'return', reason: 'Not our duty.', legalBasis: 'List of duties, no. 7' },
];
const sign: Step = [leadOfficer, '2026-10-13T01:00:00.000Z', { type: 'sign' }];
const report: Step = [
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
];
const suspend: Step = [
  leader,
  '2026-10-15T01:00:00.000Z',
  { type: 'suspend', reason: 'Lawsuit', reviewOn: '2026-10-30' },
];
const toVerifying: readonly Step[] = [
  assign,
  sign,
  report,
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
  [leadOfficer, '2026-10-16T07:00:00.000Z', { type: 'request_strike_off', claim: 'The licence is issued.' }],
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

const findings = (isResolved: boolean): readonly Step[] => [
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
const resolved = [...toVerifying, ...findings(true)];
const unresolved = [...toVerifying, ...findings(false)];
const strikeOff: Step = [triageAdmin, wednesday, { type: 'strike_off' }];
const watch: Step = [triageAdmin, wednesday, { type: 'watch', focus: 'Seals', reviewOn: '2026-11-30' }];
const makeLongRunning: Step = [
  triageAdmin,
  wednesday,
  { type: 'make_long_running', plan: 'After the reform' },
];
const referUp: Step = [
  triageAdmin,
  wednesday,
  { type: 'refer_up', brief: 'Two laws clash.', to: 'Province' },
];
const rework: Step = [
  triageAdmin,
  wednesday,
  { type: 'send_to_rework', reason: 'The licence lacks a seal.' },
];
const rebound: Step = [
  triageAdmin,
  '2026-11-20T01:00:00.000Z',
  { type: 'record_rebound', reason: 'The licence was revoked.' },
];

/** The histories that tests start from are what the decisions make of these commands, word for word. */
test.each<readonly [ItemStage, readonly Step[]]>([
  ['returned', [assign, giveBack]],
  ['suspended', [assign, sign, report, suspend]],
  ['rebounded', [...resolved, strikeOff, rebound]],
  ['watched', [...resolved, watch]],
  ['long_running', [...unresolved, makeLongRunning]],
  ['referred_up', [...unresolved, referUp]],
  ['rework', [...unresolved, rework]],
])('an item %s', (stage, steps) => {
  const proposed = proposeItem(
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
  if (!proposed.ok) throw new Error(proposed.refusal.code);
  const history = [...proposed.events];
  for (const [actor, now, command] of steps) {
    const decision = decideItem(itemAfter(history), command, anItemContext({ actor, now }));
    if (!decision.ok) throw new Error(decision.refusal.code);
    history.push(...decision.events);
  }
  expect(history).toEqual(itemHistory(stage));
});
