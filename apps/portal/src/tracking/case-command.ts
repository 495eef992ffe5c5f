import type { BadFields, RefusalCode, Tracking } from '@bihuan/api';
import { COMPLAINANT_COMMANDS, type ComplainantCommandType, type Result } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { publicApi } from '../api.ts';

type Fields = Readonly<Record<string, string>>;

/** A command that was not carried out, with what was typed. */
export type FailedCommand = {
  readonly command: ComplainantCommandType;
  readonly typed: Fields;
  readonly bad: BadFields;
  readonly refusal: Refusal<RefusalCode> | null;
};

/** Which command a posted form gives; null where it gives none. */
export function commandOf({ command }: Fields): ComplainantCommandType | null {
  return COMPLAINANT_COMMANDS.find((one) => one === command) ?? null;
}

/** Carries a command of the case page out; null where that worked. */
export async function giveCommand(
  locals: App.Locals,
  complaintId: string,
  command: ComplainantCommandType,
  typed: Fields,
): Promise<FailedCommand | null> {
  const result = await call(publicApi(locals, complaintId), command, { ...typed, complaintId });
  if (result.ok) return null;
  return result.kind === 'refusal'
    ? { command, typed, bad: {}, refusal: result.refusal }
    : { command, typed, bad: result.fields, refusal: null };
}

function call(
  api: ReturnType<typeof publicApi>,
  command: ComplainantCommandType,
  input: Fields,
): Promise<Result<unknown>> {
  switch (command) {
    case 'reply':
      return api.replyToQuestion(input);
    case 'confirm':
      return api.confirmAnswer(input);
    case 'dispute':
      return api.disputeAnswer(input);
    case 'rate':
      return api.rateComplaint(input);
    case 'object_to_decline':
      return api.objectToDecline(input);
    case 'request_review':
      return api.requestReview(input);
    case 'reopen':
      return api.reopenComplaint(input);
    case 'supplement':
      return api.supplementComplaint(input);
    case 'urge':
      return api.urgeComplaint(input);
    case 'withdraw':
      return api.withdrawComplaint(input);
  }
}

/** Whether a move is offered in this state, possible at the moment or not. */
export function moveOf({ moves }: Tracking, command: ComplainantCommandType) {
  return moves.find((move) => move.command === command) ?? null;
}
