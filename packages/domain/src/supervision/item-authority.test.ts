import { expect, test } from 'vitest';
import { ROLES, SYSTEM, type Actor } from '../people/actor.ts';
import { anItem, aStaffMember, complainant, COOPERATING, LEAD, STRANGER } from '../testing/index.ts';
import { mayCommandItem } from './item-authority.ts';
import { ITEM_COMMANDS, type ItemCommand } from './item-command.ts';
import type { FindingKind, FindingPart } from './supervision-item.ts';

/** o and h: officer and head of the lead (oL, hL), a cooperating (oC, hC) and a strange (oS, hS) department. */
const TABLE = `
                        cle tri oL  oC  oS  hL  hC  hS  ins ass app lea cus aud adm com sys
countersign              -   +   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
link_complaint           -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
assign                   -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
designate                -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
sign                     -   -   +   -   -   +   -   -   -   -   -   -   -   -   -   -   -
sign_in_silence          -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
return                   -   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -
rule_on_return           -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
report_progress          -   -   +   +   -   +   +   -   -   -   -   -   -   -   -   -   -
complete_measure/lead    -   -   +   -   -   +   -   -   -   -   -   -   -   -   -   -   -
complete_measure/coop    -   -   -   +   -   -   +   -   -   -   -   -   -   -   -   -   -
complete_measure/none    -   -   +   +   -   +   +   -   -   -   -   -   -   -   -   -   -
request_strike_off       -   -   +   -   -   +   -   -   -   -   -   -   -   -   -   -   -
open_verification        -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
file_finding/A           -   -   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
file_finding/B-call      +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
file_finding/B-corr      -   -   -   -   -   -   -   -   -   +   -   -   -   -   -   -   -
file_finding/C           -   -   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
strike_off               -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
watch                    -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
make_long_running        -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
refer_up                 -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
send_to_rework           -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
take_up_again            -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
suspend                  -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
resume                   -   +   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
record_rebound           -   +   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
reject_report            -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
dispute_measure/lead     -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
dispute_measure/coop     -   -   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -
rule_on_dispute          -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
request_extension        -   -   -   -   -   +   -   -   -   -   -   -   -   -   -   -   -
decide_extension         -   +   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
give_directive           -   -   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
answer_directive         -   -   +   +   -   +   +   -   -   -   -   -   -   -   -   -   -
form_team                -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
record_visit             -   +   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
hold_meeting             -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
assess_cooperation       -   -   +   +   -   +   +   -   -   -   -   -   -   -   -   -   -
give_public_notice       -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
object_to_notice         -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +   -
rule_on_notice_objection -   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -
look_back                -   +   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
inquire                  -   +   -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
cross_deadlines          -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
near_deadlines           -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
escalate                 -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
recompute_due            -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
pause_clocks             -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
resume_clocks            -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   +
`;

const ACTORS: Readonly<Record<string, Actor>> = {
  cle: aStaffMember('clerk', 'service-hall'),
  tri: aStaffMember('triage_admin', 'supervision-office'),
  oL: aStaffMember('department_officer', LEAD),
  oC: aStaffMember('department_officer', COOPERATING),
  oS: aStaffMember('department_officer', STRANGER),
  hL: aStaffMember('department_head', LEAD),
  hC: aStaffMember('department_head', COOPERATING),
  hS: aStaffMember('department_head', STRANGER),
  ins: aStaffMember('inspector', 'inspection-unit'),
  ass: aStaffMember('assessor', 'appraisal-unit'),
  app: aStaffMember('appraisal_admin', 'appraisal-unit'),
  lea: aStaffMember('leader', 'leadership'),
  cus: aStaffMember('custodian', 'supervision-office'),
  aud: aStaffMember('auditor', 'audit-office'),
  adm: aStaffMember('system_admin', 'it-office'),
  com: complainant,
  sys: SYSTEM,
};

const plan = {
  leadDepartmentId: LEAD,
  cooperatingDepartmentIds: [],
  measures: [],
  clock: { start: '2026-10-12T01:00:00.000Z', workingDays: 5 },
};

const COMMANDS: readonly (readonly [string, ItemCommand])[] = [
  ['countersign', { type: 'countersign' }],
  ['link_complaint', { type: 'link_complaint', complaintId: 'complaint-2' }],
  ['assign', { type: 'assign', ...plan }],
  ['designate', { type: 'designate', ...plan }],
  ['sign', { type: 'sign' }],
  ['sign_in_silence', { type: 'sign_in_silence' }],
  ['return', { type: 'return', reason: '', legalBasis: '' }],
  ['rule_on_return', { type: 'rule_on_return', ruling: 'uphold', text: '' }],
  [
    'report_progress',
    { type: 'report_progress', reportId: 'r', text: '', percent: 1, obstacles: '', nextStep: '' },
  ],
  ['complete_measure/lead', { type: 'complete_measure', measureId: 'measure-of-lead', evidence: '' }],
  ['complete_measure/coop', { type: 'complete_measure', measureId: 'measure-of-cooperating', evidence: '' }],
  ['complete_measure/none', { type: 'complete_measure', measureId: 'no-measure', evidence: '' }],
  ['request_strike_off', { type: 'request_strike_off', claim: '' }],
  ['open_verification', { type: 'open_verification', inspectorId: 'i', inspectorDepartmentId: 'u' }],
  ['file_finding/A', finding('A', 'verification')],
  ['file_finding/B-call', finding('B', 'callback')],
  ['file_finding/B-corr', finding('B', 'corroboration')],
  ['file_finding/C', finding('C', 'third_check')],
  ['strike_off', { type: 'strike_off' }],
  ['watch', { type: 'watch', focus: '', reviewOn: '2026-12-01' }],
  ['make_long_running', { type: 'make_long_running', plan: '' }],
  ['refer_up', { type: 'refer_up', brief: '', to: '' }],
  ['send_to_rework', { type: 'send_to_rework', reason: '' }],
  ['take_up_again', { type: 'take_up_again', reason: '' }],
  ['suspend', { type: 'suspend', reason: '', reviewOn: '2026-12-01' }],
  ['resume', { type: 'resume', reason: '' }],
  ['record_rebound', { type: 'record_rebound', reason: '' }],
  ['reject_report', { type: 'reject_report', reportId: 'r', fault: 'unsupported', text: '' }],
  ['dispute_measure/lead', { type: 'dispute_measure', measureId: 'measure-of-lead', reason: '', basis: '' }],
  [
    'dispute_measure/coop',
    { type: 'dispute_measure', measureId: 'measure-of-cooperating', reason: '', basis: '' },
  ],
  [
    'rule_on_dispute',
    {
      ...{ type: 'rule_on_dispute', measureId: 'measure-of-cooperating', ruling: 'measure_upheld' },
      ...{ text: '', departmentId: null, dueOn: null },
    },
  ],
  ['request_extension', { type: 'request_extension', workingDays: 1, reason: '' }],
  ['decide_extension', { type: 'decide_extension', isGranted: true, text: '' }],
  [
    'give_directive',
    { type: 'give_directive', directiveId: 'd', departmentId: LEAD, text: '', dueOn: '2026-12-01' },
  ],
  ['answer_directive', { type: 'answer_directive', directiveId: 'none', text: '' }],
  ['form_team', { type: 'form_team', purpose: 'site_visit', members: [], proposedIds: [] }],
  [
    'record_visit',
    {
      ...{ type: 'record_visit', kind: 'talk', on: '2026-10-12', place: '', departmentId: LEAD },
      ...{ isAnnounced: true, inspectorIds: [], text: '' },
    },
  ],
  [
    'hold_meeting',
    { type: 'hold_meeting', on: '2026-10-12', place: '', departmentIds: [], minutes: '', measures: [] },
  ],
  ['assess_cooperation', { type: 'assess_cooperation', aboutId: LEAD, level: 'good', text: '' }],
  ['give_public_notice', { type: 'give_public_notice', text: '' }],
  ['object_to_notice', { type: 'object_to_notice', objectionId: 'o', text: '' }],
  [
    'rule_on_notice_objection',
    { type: 'rule_on_notice_objection', objectionId: 'o', isUpheld: true, text: '' },
  ],
  ['look_back', { type: 'look_back', isHolding: true, text: '' }],
  ['inquire', { type: 'inquire', text: '', nextOn: null }],
  ['cross_deadlines', { type: 'cross_deadlines' }],
  ['near_deadlines', { type: 'near_deadlines' }],
  ['escalate', { type: 'escalate', posts: [] }],
  ['recompute_due', { type: 'recompute_due' }],
  ['pause_clocks', { type: 'pause_clocks', until: { date: '2026-10-26', half: 'pm', provisional: false } }],
  ['resume_clocks', { type: 'resume_clocks' }],
];

function finding(part: FindingPart, kind: FindingKind): ItemCommand {
  const said = { isResolved: true, isFalseRequest: false, text: '', complaintId: null, visit: null };
  return { type: 'file_finding', findingId: 'f', part, kind, ...said };
}

const [heading = '', ...lines] = TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/);
const cells = lines.flatMap((line, row) => {
  const [, command] = COMMANDS[row] ?? [];
  const [name = '', ...marks] = line.split(/\s+/);
  return marks.map((mark, column) => [columns[column] ?? '', name, mark, command] as const);
});

test('the table is whole', () => {
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(COMMANDS.map(([name]) => name));
  expect(new Set(COMMANDS.map(([, command]) => command.type))).toEqual(new Set(ITEM_COMMANDS));
  const roles = Object.values(ACTORS).flatMap((actor) => (actor.kind === 'staff' ? actor.roles : []));
  expect(new Set(roles)).toEqual(new Set(ROLES));
  expect(cells).toHaveLength(50 * 17);
});

test.each(cells)('%s may %s: %s', (column, _name, mark, command) => {
  const actor = ACTORS[column];
  if (actor === undefined || command === undefined) throw new Error(`no actor ${column}`);
  expect(mayCommandItem(actor, anItem().advancing(), command)).toBe(mark === '+');
});

test('nobody of a department may command an item that is not assigned', () => {
  const officer = aStaffMember('department_officer', LEAD);
  expect(mayCommandItem(officer, anItem().assigned(), { type: 'sign' })).toBe(true);
  expect(mayCommandItem(officer, anItem().registered(), { type: 'sign' })).toBe(false);
});
