import type { Actor, ComplainantActor, ComplaintCommand } from '@bihuan/domain';
import type { Cast } from '../../supervision/testing/cast.ts';
import { fileFinding } from '../../supervision/file-finding.ts';
import { strikeOff } from '../../supervision/strike-off.ts';
import { anItemBeingVerified, taken } from '../../supervision/testing/stages.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { Work } from '../../work.ts';
import { confirmAnswer } from '../confirm-answer.ts';
import { recordCallback } from '../record-callback.ts';

/** The person who filed this complaint. */
export function theComplainant(complaintId: string): ComplainantActor {
  return { kind: 'complainant', complaintId };
}

/** Gives one command that has to be lawful. */
export async function give(house: TestHouse, actor: Actor, complaintId: string, command: ComplaintCommand) {
  const work = new Work(house, actor);
  taken(await work.commandComplaint(complaintId, command));
  taken(await work.save());
}

/** Verified by inspector and callback, struck off and answered as solved, all at the present moment. */
export async function anAnsweredComplaint(house: TestHouse, cast: Cast, matter: object = {}) {
  const { complaintId, itemId } = await anItemBeingVerified(house, cast, matter);
  await answerVerified(house, cast, { complaintId, itemId });
  return { complaintId, itemId };
}

/** The rest of the way of an item that is being verified. */
export async function answerVerified(
  house: TestHouse,
  cast: Cast,
  { complaintId, itemId }: { readonly complaintId: string; readonly itemId: string },
  text = '您反映的事项已经办结，窗口已公示一次性告知书。',
) {
  const finding = { itemId, part: 'A', isResolved: true, text: '现场核对，告知书已经公示' };
  taken(await fileFinding(house, cast.inspector, finding));
  const answers = { contacted: true, solved: true, satisfaction: 'satisfied', note: '' };
  taken(await recordCallback(house, cast.clerk, { complaintId, outcome: 'valid', ...answers }));
  taken(await strikeOff(house, cast.triage, { itemId }));
  await give(house, cast.triage, complaintId, { type: 'publish_answer', outcome: 'solved', text });
}

/** Answered and confirmed by the complainant. */
export async function aClosedComplaint(house: TestHouse, cast: Cast) {
  const answered = await anAnsweredComplaint(house, cast);
  const { complaintId } = answered;
  taken(await confirmAnswer(house, theComplainant(complaintId), { complaintId }));
  return answered;
}
