import { expect, test } from 'vitest';
import { SYSTEM, type Actor } from '../people/actor.ts';
import { anItem, anItemContext } from '../testing/index.ts';
import {
  complainant,
  cooperatingHead,
  inspector,
  leader,
  leadHead,
  leadOfficer,
  secondTriageAdmin,
  triageAdmin,
} from '../testing/index.ts';
import { decideItem } from './decide-item.ts';
import { ITEM_COMMANDS, type ItemCommand, type ItemCommandType } from './item-command.ts';
import type { SupervisionItem } from './supervision-item.ts';

/**
 * Every state × every command, given by somebody who may, an hour after the state was reached and well in time. Two states
 * come in stages: adv and rdy are advancing with and without open measures; ver, yes, no are verifying with no finding,
 * with two that agree on resolved, with two that agree on unresolved. Before an item is assigned it is no department's, so
 * that nobody of one may give its commands (x).
 */
const TABLE = `
                    pro reg ass ret sig adv rdy rew req ver yes no  stk wat lng ref reb sus
countersign          +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
link_complaint       -   +   +   -   +   +   +   +   -   -   -   -   -   -   -   -   -   -
assign               -   +   -   +   -   -   -   -   -   -   -   -   -   -   -   -   +   -
designate            -   +   -   +   -   -   -   -   -   -   -   -   -   -   -   -   +   -
sign                 x   x   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
sign_in_silence      -   -   n   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
return               x   x   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
rule_on_return       -   -   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -
report_progress      x   x   -   -   +   +   +   +   -   -   -   -   -   -   -   -   -   -
complete_measure     x   x   -   -   +   +   c   c   -   -   -   -   -   -   -   -   -   -
dispute_measure      x   x   -   -   +   +   c   c   -   -   -   -   -   -   -   -   -   -
rule_on_dispute      -   -   -   -   q   q   q   q   -   -   -   -   -   -   -   -   -   -
request_strike_off   x   x   -   -   -   o   +   -   -   -   -   -   -   -   -   -   -   -
open_verification    -   -   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -   -
file_finding         -   -   -   -   -   -   -   -   -   +   p   p   -   -   -   -   -   -
strike_off           -   -   -   -   -   -   -   -   -   2   +   2   -   -   -   -   -   -
watch                -   -   -   -   -   -   -   -   -   2   +   +   -   -   -   -   -   -
make_long_running    -   -   -   -   -   -   -   -   -   2   +   +   -   -   -   -   -   -
refer_up             -   -   -   -   -   -   -   -   -   2   +   +   -   -   -   -   -   -
send_to_rework       -   -   -   -   -   -   -   -   -   2   y   *   -   -   -   -   -   -
take_up_again        -   -   -   -   -   -   -   -   -   -   -   -   -   *   *   *   *   -
suspend              -   +   +   -   +   +   +   +   -   -   -   -   -   +   +   +   -   -
resume               -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   #
record_rebound       -   -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
reject_report        -   -   -   -   k   +   +   +   -   -   -   -   -   -   -   -   -   -
request_extension    x   x   -   -   +   +   +   +   -   -   -   -   -   -   -   -   -   -
decide_extension     -   -   -   -   e   e   e   e   -   -   -   -   -   -   -   -   -   -
give_directive       -   -   +   -   +   +   +   +   +   +   +   +   -   +   +   +   -   -
answer_directive     x   x   d   -   d   d   d   d   d   d   d   d   -   d   d   d   -   -
form_team            -   -   +   -   +   +   +   +   +   +   +   +   -   +   +   +   -   -
record_visit         -   -   +   -   +   +   +   +   +   +   +   +   -   +   +   +   -   -
hold_meeting         -   -   -   -   +   +   +   +   -   -   -   -   -   -   -   -   -   -
assess_cooperation   x   x   -   -   -   -   -   -   +   +   +   +   +   -   -   -   -   -
give_public_notice   -   -   -   -   -   -   -   -   -   2   +   2   -   -   -   -   -   -
object_to_notice     -   -   -   -   -   -   -   -   -   N   N   N   -   -   -   -   -   -
rule_on_notice_objection - - -   -   -   -   -   -   -   J   J   J   -   -   -   -   -   -
look_back            -   -   -   -   -   -   -   -   -   -   -   -   l   -   -   -   -   -
inquire              -   -   -   -   -   -   -   -   -   -   -   -   -   +   +   +   -   -
cross_deadlines      -   -   a   -   a   a   a   a   -   a   a   a   -   -   -   -   -   -
near_deadlines       -   -   w   -   w   w   +   +   -   w   w   w   -   -   -   -   -   -
escalate             -   -   v   -   v   v   v   v   -   v   v   v   -   -   -   -   -   -
recompute_due        -   -   u   -   u   u   u   u   -   u   u   u   -   -   -   -   -   -
pause_clocks         +   +   +   +   +   +   +   +   +   +   +   +   -   +   +   +   +   +
resume_clocks        u   u   u   u   u   u   u   u   u   u   u   u   -   u   u   u   u   u
`;

const REFUSALS: Readonly<Record<string, string>> = {
  '-': 'illegal_move',
  x: 'not_authorised',
  n: 'not_due_yet',
  c: 'measure_already_completed',
  o: 'measures_open',
  p: 'part_already_filed',
  '2': 'two_findings_needed',
  y: 'findings_agree_resolved',
  k: 'unknown_report',
  e: 'no_extension_asked',
  q: 'no_dispute',
  d: 'unknown_directive',
  N: 'no_notice_running',
  J: 'unknown_objection',
  l: 'look_back_too_early',
  a: 'already_crossed',
  u: 'due_unchanged',
  v: 'nothing_to_escalate',
  w: 'nothing_near',
};

const EVENTS: Readonly<Record<ItemCommandType, string>> = {
  countersign: 'ItemRegistered',
  link_complaint: 'ComplaintLinked',
  assign: 'ItemAssigned',
  designate: 'ItemAssigned',
  sign: 'ItemSigned',
  sign_in_silence: 'ItemSigned',
  return: 'ItemReturned',
  rule_on_return: 'ReturnRuled',
  report_progress: 'ProgressReported',
  complete_measure: 'MeasureCompleted',
  request_strike_off: 'StrikeOffRequested',
  dispute_measure: 'MeasureDisputed',
  rule_on_dispute: 'DisputeRuled',
  open_verification: 'VerificationOpened',
  file_finding: 'FindingFiled',
  strike_off: 'ItemStruckOff',
  watch: 'ItemWatched',
  make_long_running: 'ItemMadeLongRunning',
  refer_up: 'ItemReferredUp',
  send_to_rework: 'ItemSentToRework',
  take_up_again: 'ItemTakenUpAgain',
  suspend: 'ItemSuspended',
  resume: 'ItemResumed',
  record_rebound: 'ItemRebounded',
  reject_report: 'ReportRejected',
  request_extension: 'ExtensionRequested',
  decide_extension: 'ExtensionDecided',
  give_directive: 'DirectiveGiven',
  answer_directive: 'DirectiveAnswered',
  form_team: 'TeamFormed',
  record_visit: 'VisitRecorded',
  hold_meeting: 'MeetingHeld',
  assess_cooperation: 'CooperationAssessed',
  give_public_notice: 'PublicNoticeGiven',
  object_to_notice: 'NoticeObjected',
  rule_on_notice_objection: 'NoticeObjectionRuled',
  look_back: 'ItemLookedBack',
  inquire: 'ItemInquired',
  cross_deadlines: 'DeadlineCrossed',
  near_deadlines: 'DeadlineNeared',
  escalate: 'ItemEscalated',
  recompute_due: 'DueDateRecomputed',
  pause_clocks: 'ClocksPaused',
  resume_clocks: 'ClocksResumed',
};

/** What follows the command's own event: nothing, the moved deadline, or the moved deadline and the next report. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
  '+': [],
  '*': ['DueDateRecomputed'],
  '#': ['DueDateRecomputed', 'DueDateRecomputed'],
};

const plan = {
  leadDepartmentId: 'lead-department',
  cooperatingDepartmentIds: [],
  measures: [{ id: 'measure-2', text: 'Decide.', departmentId: 'lead-department', dueOn: '2026-12-31' }],
  clock: { start: '2026-12-01T01:00:00.000Z', workingDays: 40 },
};

const COMMANDS: Readonly<Record<ItemCommandType, readonly [Actor, ItemCommand]>> = {
  countersign: [secondTriageAdmin, { type: 'countersign' }],
  link_complaint: [triageAdmin, { type: 'link_complaint', complaintId: 'complaint-2' }],
  assign: [triageAdmin, { type: 'assign', ...plan }],
  designate: [leader, { type: 'designate', ...plan }],
  sign: [leadOfficer, { type: 'sign' }],
  sign_in_silence: [SYSTEM, { type: 'sign_in_silence' }],
  return: [leadHead, { type: 'return', reason: 'Not ours.', legalBasis: 'No. 7' }],
  rule_on_return: [triageAdmin, { type: 'rule_on_return', ruling: 'reject', text: 'It is yours.' }],
  report_progress: [
    leadOfficer,
    { type: 'report_progress', reportId: 'report-2', text: 'On.', percent: 50, obstacles: '', nextStep: '' },
  ],
  complete_measure: [
    leadOfficer,
    { type: 'complete_measure', measureId: 'measure-of-lead', evidence: 'x.pdf' },
  ],
  request_strike_off: [leadOfficer, { type: 'request_strike_off', claim: 'Done.' }],
  open_verification: [
    triageAdmin,
    {
      type: 'open_verification',
      inspectorId: inspector.staffId,
      inspectorDepartmentId: inspector.departmentId,
    },
  ],
  file_finding: [
    inspector,
    {
      type: 'file_finding',
      findingId: 'finding-2',
      part: 'A',
      kind: 'verification',
      isResolved: true,
      isFalseRequest: false,
      text: 'Seen.',
      complaintId: null,
      visit: null,
    },
  ],
  dispute_measure: [
    cooperatingHead,
    {
      type: 'dispute_measure',
      measureId: 'measure-of-cooperating',
      reason: 'Not ours.',
      basis: 'Duties, part 2',
    },
  ],
  rule_on_dispute: [
    triageAdmin,
    {
      ...{
        type: 'rule_on_dispute',
        measureId: 'measure-of-cooperating',
        ruling: 'measure_upheld',
        text: 'It is.',
      },
      ...{ departmentId: null, dueOn: null },
    },
  ],
  strike_off: [triageAdmin, { type: 'strike_off' }],
  watch: [triageAdmin, { type: 'watch', focus: 'Seals', reviewOn: '2026-12-31' }],
  make_long_running: [triageAdmin, { type: 'make_long_running', plan: 'After the reform' }],
  refer_up: [triageAdmin, { type: 'refer_up', brief: 'Two laws clash.', to: 'Province' }],
  send_to_rework: [triageAdmin, { type: 'send_to_rework', reason: 'No seal.' }],
  take_up_again: [triageAdmin, { type: 'take_up_again', reason: 'The directive is back.' }],
  suspend: [leader, { type: 'suspend', reason: 'Lawsuit', reviewOn: '2026-12-31' }],
  resume: [triageAdmin, { type: 'resume', reason: 'Judged.' }],
  record_rebound: [inspector, { type: 'record_rebound', reason: 'Revoked.' }],
  reject_report: [
    triageAdmin,
    { type: 'reject_report', reportId: 'report-1', fault: 'unsupported', text: 'No paper is attached.' },
  ],
  request_extension: [leadHead, { type: 'request_extension', workingDays: 3, reason: 'A hearing is due.' }],
  decide_extension: [leader, { type: 'decide_extension', isGranted: true, text: 'Until the hearing.' }],
  give_directive: [
    leader,
    {
      type: 'give_directive',
      directiveId: 'directive-1',
      departmentId: 'lead-department',
      text: 'Report in person.',
      dueOn: '2026-12-31',
    },
  ],
  answer_directive: [leadOfficer, { type: 'answer_directive', directiveId: 'directive-1', text: 'Done.' }],
  form_team: [
    triageAdmin,
    {
      type: 'form_team',
      purpose: 'site_visit',
      members: ['one', 'two'].map((staffId) => ({ staffId, departmentIds: ['inspection-unit'] })),
      proposedIds: [],
    },
  ],
  record_visit: [
    inspector,
    {
      type: 'record_visit',
      kind: 'site_visit',
      on: '2026-10-12',
      place: 'Hall',
      departmentId: 'lead-department',
      isAnnounced: false,
      inspectorIds: ['one', 'two'],
      text: 'The counter was closed.',
    },
  ],
  hold_meeting: [
    triageAdmin,
    {
      type: 'hold_meeting',
      on: '2026-10-12',
      place: 'Room 3',
      departmentIds: ['lead-department'],
      minutes: 'Agreed.',
      measures: [],
    },
  ],
  inquire: [inspector, { type: 'inquire', text: 'No change.', nextOn: null }],
  assess_cooperation: [
    leadOfficer,
    { type: 'assess_cooperation', aboutId: 'cooperating-department', level: 'good', text: '' },
  ],
  give_public_notice: [triageAdmin, { type: 'give_public_notice', text: 'The counter is open again.' }],
  object_to_notice: [
    complainant,
    { type: 'object_to_notice', objectionId: 'objection-1', text: 'It is not.' },
  ],
  rule_on_notice_objection: [
    triageAdmin,
    {
      type: 'rule_on_notice_objection',
      objectionId: 'objection-1',
      isUpheld: true,
      text: 'Seen on the spot.',
    },
  ],
  look_back: [inspector, { type: 'look_back', isHolding: true, text: 'Still so.' }],
  cross_deadlines: [SYSTEM, { type: 'cross_deadlines' }],
  near_deadlines: [SYSTEM, { type: 'near_deadlines' }],
  escalate: [SYSTEM, { type: 'escalate', posts: [] }],
  recompute_due: [SYSTEM, { type: 'recompute_due' }],
  pause_clocks: [
    SYSTEM,
    { type: 'pause_clocks', until: { date: '2026-12-31', half: 'pm', provisional: false } },
  ],
  resume_clocks: [SYSTEM, { type: 'resume_clocks' }],
};

const STATES: Readonly<Record<string, readonly [SupervisionItem, string]>> = {
  pro: [anItem().proposed(), '2026-10-12T04:00:00.000Z'],
  reg: [anItem().registered(), '2026-10-12T04:00:00.000Z'],
  ass: [anItem().assigned(), '2026-10-12T04:00:00.000Z'],
  ret: [anItem().returned(), '2026-10-12T08:00:00.000Z'],
  sig: [anItem().signed(), '2026-10-13T02:00:00.000Z'],
  adv: [anItem().advancing(), '2026-10-14T02:00:00.000Z'],
  rdy: [anItem().ready(), '2026-10-16T02:00:00.000Z'],
  rew: [anItem().rework(), '2026-10-21T02:00:00.000Z'],
  req: [anItem().strikeOffRequested(), '2026-10-16T08:00:00.000Z'],
  ver: [anItem().verifying(), '2026-10-19T02:00:00.000Z'],
  yes: [anItem().verifiedResolved(), '2026-10-20T08:00:00.000Z'],
  no: [anItem().verifiedUnresolved(), '2026-10-20T08:00:00.000Z'],
  stk: [anItem().struckOff(), '2026-10-21T02:00:00.000Z'],
  wat: [anItem().watched(), '2026-10-21T02:00:00.000Z'],
  lng: [anItem().longRunning(), '2026-10-21T02:00:00.000Z'],
  ref: [anItem().referredUp(), '2026-10-21T02:00:00.000Z'],
  reb: [anItem().rebounded(), '2026-11-20T02:00:00.000Z'],
  sus: [anItem().suspended(), '2026-10-20T02:00:00.000Z'],
};

const [heading = '', ...lines] = TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/);
const cells = lines.flatMap((line) => {
  const [command = '', ...row] = line.split(/\s+/);
  return row.map((cell, column) => [columns[column] ?? '', command as ItemCommandType, cell] as const);
});

test('the table is whole', () => {
  expect(columns).toHaveLength(18);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...ITEM_COMMANDS]);
  expect(cells).toHaveLength(18 * 44);
});

test.each(cells)('%s × %s: %s', (column, type, cell) => {
  const [state, now] = STATES[column] ?? [];
  const [actor, command] = COMMANDS[type];
  if (state === undefined || now === undefined) throw new Error(`no state ${column}`);
  const decision = decideItem(state, command, anItemContext({ actor, now }));
  const result = decision.ok ? decision.events.map((event) => event.type) : decision.refusal.code;
  const following = FOLLOWING[cell];
  expect(result).toEqual(following === undefined ? REFUSALS[cell] : [EVENTS[type], ...following]);
});
