import { expect, test } from 'vitest';
import type { ComplaintCommand } from '../complaint/complaint-command.ts';
import { decideComplaint } from '../complaint/decide-complaint.ts';
import type { Actor } from '../people/actor.ts';
import { aComplaintContext, complaintAfter } from './a-complaint.ts';
import { complaintHistory } from './complaint-history.ts';
import { clerk, complainant, triageAdmin } from './people.ts';

type Step = readonly [Actor, string, ComplaintCommand];

const accept: Step = [
  triageAdmin,
  '2026-10-12T02:00:00.000Z',
  { type: 'accept', category: 'licence', complexity: 'ordinary' },
];
const settle: Step = [
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
const place: Step = [
  triageAdmin,
  '2026-10-12T03:00:00.000Z',
  { type: 'place_under_supervision', itemId: 'item-1' },
];
const ask: Step = [
  triageAdmin,
  '2026-10-14T01:00:00.000Z',
  { type: 'ask_complainant', question: 'Which desk was it?' },
];
const answer: Step = [
  triageAdmin,
  '2026-10-16T07:00:00.000Z',
  { type: 'publish_answer', outcome: 'explained', text: 'The licence needs a second paper.' },
];
const monday = '2026-10-19T02:00:00.000Z';
const dispute: Step = [complainant, monday, { type: 'dispute', reason: 'I have that paper.' }];
const confirm: Step = [complainant, monday, { type: 'confirm' }];
const reopen: Step = [complainant, '2026-10-26T02:00:00.000Z', { type: 'reopen', reason: 'It came back.' }];

/** The histories that tests start from are what the decisions make of these commands, word for word. */
test.each([
  ['settled_on_the_spot', [accept, settle]],
  ['awaiting_complainant', [accept, place, ask]],
  ['disputed', [accept, place, answer, dispute]],
  ['reopened', [accept, place, answer, confirm, reopen]],
] as const)('a complaint %s', (status, steps) => {
  const item = { isDisposed: true, isStruckOff: false, concernedDepartmentIds: ['lead-department'] };
  const history = [...complaintHistory('submitted')];
  for (const [actor, now, command] of steps) {
    const decision = decideComplaint(
      complaintAfter(history),
      command,
      aComplaintContext({ actor, now, item }),
    );
    if (!decision.ok) throw new Error(decision.refusal.code);
    history.push(...decision.events);
  }
  expect(history).toEqual(complaintHistory(status));
});
