import { expect, test } from 'vitest';
import {
  aComplaint,
  aComplaintContext,
  assessor,
  clerk,
  complainant,
  custodian,
  leader,
  secondTriageAdmin,
  triageAdmin,
} from '../testing/index.ts';
import { SYSTEM, type Actor } from '../people/actor.ts';
import type { Complaint } from './complaint.ts';
import { COMPLAINT_COMMANDS, type ComplaintCommand, type ComplaintCommandType } from './complaint-command.ts';
import { decideComplaint } from './decide-complaint.ts';

/** Every state × every command, given by somebody who may, an hour after the state was reached and well in time. `a`: accepted by the same act. */
const TABLE = `
                        sub acc dec mer wdr spt sup awa ans clo dis reo obj rev spl
accept                   +   -   -   -   -   -   -   -   -   -   -   -   -   -   -
decline                  +   -   -   -   -   -   -   -   -   -   -   -   -   -   -
object_to_decline        -   -   +   -   -   -   -   -   -   -   -   -   -   -   -
decide_objection         -   -   -   -   -   -   -   -   -   -   -   -   +   -   -
merge                    +   +   -   -   -   -   -   -   -   -   -   -   -   -   -
join                     +   -   -   -   -   -   -   -   -   -   -   -   -   -   -
unmerge                  -   -   -   +   -   -   -   -   -   -   -   -   -   -   -
split                    +   +   -   -   -   -   -   -   -   -   -   -   -   -   -
reclassify               -   +   -   -   -   -   +   +   -   -   -   -   -   -   -
withdraw                 +   +   -   -   -   -   +   +   -   -   +   +   -   -   -
undo_import              +   -   -   -   -   -   -   -   -   -   -   -   -   -   -
record_check_call        -   -   -   -   c   -   -   -   -   -   -   -   -   -   -
settle_on_the_spot       a   +   -   -   -   -   -   -   -   -   -   -   -   -   -
place_under_supervision  -   +   -   -   -   -   -   -   -   -   +   +   -   -   -
ask_complainant          -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
reply                    -   -   -   -   -   -   -   +   -   -   -   -   -   -   -
time_out_question        -   -   -   -   -   -   -   n   -   -   -   -   -   -   -
publish_answer           -   -   -   -   -   -   +   -   -   -   -   -   -   -   -
confirm                  -   -   -   -   -   -   -   -   +   -   -   -   -   -   -
close_in_silence         -   -   -   -   -   -   -   -   n   -   -   -   -   -   -
dispute                  -   -   -   -   -   -   -   -   +   -   -   -   -   -   -
reopen                   -   -   -   -   -   -   -   -   -   +   -   -   -   -   -
request_review           -   -   o   -   -   +   -   -   -   +   -   -   -   -   -
decide_review            -   -   -   -   -   -   -   -   -   -   -   -   -   +   -
propose_final            -   -   -   -   -   -   -   -   -   v   v   v   -   -   -
decide_final             -   -   -   -   -   -   -   -   -   p   p   p   -   -   -
rate                     -   -   -   r   -   +   -   -   +   +   -   -   -   -   -
record_callback          -   -   -   -   -   +   +   -   +   +   -   -   -   -   -
supplement               +   +   -   -   -   -   +   +   -   -   +   +   -   -   -
correct_contact          +   +   +   +   +   +   +   +   +   +   +   +   +   +   -
remove_contact           -   -   +   +   +   +   -   -   -   +   -   -   -   -   +
place_hold               +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
lift_hold                h   h   h   h   h   h   h   h   h   h   h   h   h   h   h
urge                     +   +   -   -   -   -   +   -   -   -   -   -   -   -   -
extend_resolution        -   -   -   -   -   -   +   +   -   -   -   -   -   -   -
cross_deadline           n   n   -   -   -   -   n   -   -   -   -   -   n   n   -
recompute_due            u   u   -   -   -   -   u   u   u   -   -   -   u   u   -
`;

const REFUSALS: Readonly<Record<string, string>> = {
  '-': 'illegal_move',
  n: 'not_due_yet',
  u: 'due_unchanged',
  c: 'nothing_to_check',
  o: 'objection_comes_first',
  r: 'rating_closed',
  v: 'no_review_held',
  p: 'no_final_proposed',
  h: 'not_held',
};

const EVENTS: Readonly<Record<ComplaintCommandType, string>> = {
  accept: 'ComplaintAccepted',
  decline: 'ComplaintDeclined',
  object_to_decline: 'DeclineObjected',
  decide_objection: 'ObjectionDecided',
  merge: 'ComplaintMerged',
  join: 'ComplaintJoined',
  unmerge: 'ComplaintUnmerged',
  split: 'ComplaintSplit',
  reclassify: 'ComplaintReclassified',
  withdraw: 'ComplaintWithdrawn',
  undo_import: 'ImportUndone',
  record_check_call: 'CheckCallRecorded',
  settle_on_the_spot: 'ComplaintSettledOnTheSpot',
  place_under_supervision: 'ComplaintPlacedUnderSupervision',
  ask_complainant: 'ComplainantAsked',
  reply: 'ComplainantReplied',
  time_out_question: 'QuestionTimedOut',
  publish_answer: 'AnswerPublished',
  confirm: 'AnswerConfirmed',
  close_in_silence: 'ComplaintClosedInSilence',
  dispute: 'AnswerDisputed',
  reopen: 'ComplaintReopened',
  request_review: 'ReviewRequested',
  decide_review: 'ReviewDecided',
  propose_final: 'FinalProposed',
  decide_final: 'FinalDecided',
  rate: 'ComplaintRated',
  record_callback: 'CallbackRecorded',
  supplement: 'ComplaintSupplemented',
  correct_contact: 'ContactCorrected',
  remove_contact: 'ContactRemoved',
  place_hold: 'LegalHoldPlaced',
  lift_hold: 'LegalHoldLifted',
  urge: 'ComplaintUrged',
  cross_deadline: 'DeadlineCrossed',
  extend_resolution: 'ResolutionExtended',
  recompute_due: 'DueDateRecomputed',
};

const COMMANDS: Readonly<Record<ComplaintCommandType, readonly [Actor, ComplaintCommand]>> = {
  accept: [triageAdmin, { type: 'accept', category: 'licence', complexity: 'ordinary' }],
  decline: [triageAdmin, { type: 'decline', reason: 'court', competentBody: 'Court', notice: 'See there.' }],
  object_to_decline: [complainant, { type: 'object_to_decline', reason: 'No court has it.' }],
  decide_objection: [secondTriageAdmin, { type: 'decide_objection', isUpheld: true, text: 'Right.' }],
  merge: [triageAdmin, { type: 'merge', survivorId: 'complaint-0', survivorNumber: 'BH-2026-0000' }],
  join: [complainant, { type: 'join', survivorId: 'complaint-0', survivorNumber: 'BH-2026-0000' }],
  unmerge: [triageAdmin, { type: 'unmerge', reason: 'Another matter.' }],
  split: [
    triageAdmin,
    {
      type: 'split',
      parts: [
        { id: 'part-1', trackingNumber: 'BH-2026-0011' },
        { id: 'part-2', trackingNumber: 'BH-2026-0012' },
      ],
      reason: 'Two matters.',
    },
  ],
  reclassify: [
    triageAdmin,
    { type: 'reclassify', category: 'tax', complexity: 'complex', reason: 'Needs a site visit.' },
  ],
  withdraw: [complainant, { type: 'withdraw', reason: 'Done.' }],
  undo_import: [clerk, { type: 'undo_import', reason: 'Wrong file.' }],
  record_check_call: [clerk, { type: 'record_check_call', outcome: 'own_wish', note: '' }],
  settle_on_the_spot: [
    clerk,
    {
      type: 'settle_on_the_spot',
      category: 'licence',
      complexity: 'simple',
      outcome: 'solved',
      text: 'Done.',
    },
  ],
  place_under_supervision: [triageAdmin, { type: 'place_under_supervision', itemId: 'item-2' }],
  ask_complainant: [triageAdmin, { type: 'ask_complainant', question: 'Which desk?' }],
  reply: [complainant, { type: 'reply', text: 'Desk 3.' }],
  time_out_question: [SYSTEM, { type: 'time_out_question' }],
  publish_answer: [triageAdmin, { type: 'publish_answer', outcome: 'explained', text: 'Because.' }],
  confirm: [complainant, { type: 'confirm' }],
  close_in_silence: [SYSTEM, { type: 'close_in_silence' }],
  dispute: [complainant, { type: 'dispute', reason: 'No.' }],
  reopen: [complainant, { type: 'reopen', reason: 'Again.' }],
  request_review: [complainant, { type: 'request_review', reason: 'Wrong rule.' }],
  decide_review: [assessor, { type: 'decide_review', isChanged: true, text: 'Again.' }],
  propose_final: [triageAdmin, { type: 'propose_final', grounds: 'Nothing new.', legalBasis: 'art. 36' }],
  decide_final: [leader, { type: 'decide_final', isApproved: true, text: 'Final.' }],
  rate: [complainant, { type: 'rate', level: 'satisfied', comment: '' }],
  record_callback: [
    clerk,
    { type: 'record_callback', outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' },
  ],
  supplement: [complainant, { type: 'supplement', text: 'One more paper.' }],
  correct_contact: [complainant, { type: 'correct_contact', field: 'phone' }],
  remove_contact: [SYSTEM, { type: 'remove_contact', rulesVersion: 'retention-1' }],
  place_hold: [custodian, { type: 'place_hold', reason: 'A lawsuit.' }],
  lift_hold: [custodian, { type: 'lift_hold', reason: 'It is over.' }],
  urge: [complainant, { type: 'urge' }],
  cross_deadline: [SYSTEM, { type: 'cross_deadline' }],
  extend_resolution: [triageAdmin, { type: 'extend_resolution', workingDays: 3, reason: 'A hearing' }],
  recompute_due: [SYSTEM, { type: 'recompute_due' }],
};

const STATES: Readonly<Record<string, readonly [Complaint, string]>> = {
  sub: [aComplaint().submitted(), '2026-10-12T02:00:00.000Z'],
  acc: [aComplaint().accepted(), '2026-10-12T03:00:00.000Z'],
  dec: [aComplaint().declined(), '2026-10-12T03:00:00.000Z'],
  mer: [aComplaint().merged(), '2026-10-12T03:00:00.000Z'],
  wdr: [aComplaint().withdrawn(), '2026-10-12T03:00:00.000Z'],
  spt: [aComplaint().settledOnTheSpot(), '2026-10-12T04:00:00.000Z'],
  sup: [aComplaint().underSupervision(), '2026-10-12T04:00:00.000Z'],
  awa: [aComplaint().awaitingComplainant(), '2026-10-14T02:00:00.000Z'],
  ans: [aComplaint().answered(), '2026-10-16T08:00:00.000Z'],
  clo: [aComplaint().closed(), '2026-10-19T03:00:00.000Z'],
  dis: [aComplaint().disputed(), '2026-10-19T03:00:00.000Z'],
  reo: [aComplaint().reopened(), '2026-10-26T03:00:00.000Z'],
  obj: [aComplaint().objected(), '2026-10-13T03:00:00.000Z'],
  rev: [aComplaint().underReview(), '2026-10-26T03:00:00.000Z'],
  spl: [aComplaint().split(), '2026-10-12T03:00:00.000Z'],
};

const [heading = '', ...lines] = TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/);
const cells = lines.flatMap((line) => {
  const [command = '', ...row] = line.split(/\s+/);
  return row.map((cell, column) => [columns[column] ?? '', command as ComplaintCommandType, cell] as const);
});

test('the table is whole', () => {
  expect(columns).toHaveLength(15);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...COMPLAINT_COMMANDS]);
  expect(cells).toHaveLength(15 * 37);
});

test.each(cells)('%s × %s: %s', (column, type, cell) => {
  const [state, now] = STATES[column] ?? [];
  const [actor, command] = COMMANDS[type];
  if (state === undefined || now === undefined) throw new Error(`no state ${column}`);
  const item = { isDisposed: true, isStruckOff: true, concernedDepartmentIds: ['lead-department'] };
  const decision = decideComplaint(state, command, aComplaintContext({ actor, now, item }));
  const result = decision.ok ? decision.events.map((event) => event.type) : decision.refusal.code;
  const accepted = cell === 'a' ? ['ComplaintAccepted'] : [];
  expect(result).toEqual(cell === '+' || cell === 'a' ? [...accepted, EVENTS[type]] : REFUSALS[cell]);
});
