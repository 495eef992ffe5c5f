import type {
  CallbackOutcome,
  Channel,
  CheckCallOutcome,
  ComplainantKind,
  ContactField,
  Complexity,
  DeclineReason,
  Openness,
  Outcome,
  Part,
  SatisfactionLevel,
} from './complaint.ts';

type Command<Type extends string, Data = Record<never, never>> = { readonly type: Type } & Readonly<Data>;

export type SubmitComplaint = Command<
  'submit',
  {
    id: string;
    trackingNumber: string;
    channel: Channel;
    complainantKind: ComplainantKind;
    openness: Openness;
    reachable: boolean;
    matterHash: string;
  }
>;

/** What a part that a complaint is split into says of itself; the rest it has from that complaint. */
export type SubmitPart = Command<'submit_part', Part & { matterHash: string }>;

export type ComplaintCommand =
  | Command<'accept', { category: string; complexity: Complexity }>
  | Command<'decline', { reason: DeclineReason; competentBody: string; notice: string }>
  | Command<'object_to_decline', { reason: string }>
  | Command<'decide_objection', { isUpheld: boolean; text: string }>
  | Command<'merge', { survivorId: string; survivorNumber: string }>
  /** The complainant's own wish at filing: theirs is the matter of a case that runs. */
  | Command<'join', { survivorId: string; survivorNumber: string }>
  | Command<'unmerge', { reason: string }>
  | Command<'split', { parts: readonly Part[]; reason: string }>
  | Command<'reclassify', { category: string; complexity: Complexity; reason: string }>
  | Command<'withdraw', { reason: string }>
  | Command<'undo_import', { reason: string }>
  | Command<'record_check_call', { outcome: CheckCallOutcome; note: string }>
  | Command<
      'settle_on_the_spot',
      { category: string; complexity: Complexity; outcome: Outcome; text: string }
    >
  | Command<'place_under_supervision', { itemId: string }>
  | Command<'ask_complainant', { question: string }>
  | Command<'reply', { text: string }>
  | Command<'time_out_question'>
  | Command<'publish_answer', { outcome: Outcome; text: string }>
  | Command<'confirm'>
  | Command<'close_in_silence'>
  | Command<'dispute', { reason: string }>
  | Command<'reopen', { reason: string }>
  | Command<'request_review', { reason: string }>
  | Command<'decide_review', { isChanged: boolean; text: string }>
  | Command<'propose_final', { grounds: string; legalBasis: string }>
  | Command<'decide_final', { isApproved: boolean; text: string }>
  | Command<'rate', { level: SatisfactionLevel; comment: string }>
  | Command<
      'record_callback',
      {
        outcome: CallbackOutcome;
        contacted: boolean;
        solved: boolean;
        satisfaction: SatisfactionLevel | null;
        note?: string;
      }
    >
  | Command<'supplement', { text: string }>
  /** The new value was confirmed; it is kept with the contact data, never here. */
  | Command<'correct_contact', { field: ContactField }>
  /** The term of the contact data is over. `rulesVersion`: of the retention policy that says so. */
  | Command<'remove_contact', { rulesVersion: string }>
  | Command<'place_hold', { reason: string }>
  | Command<'lift_hold', { reason: string }>
  | Command<'urge'>
  /** Gives the handling more time, because the item over it was given more. */
  | Command<'extend_resolution', { workingDays: number; reason: string }>
  | Command<'cross_deadline'>
  | Command<'recompute_due'>;

export type ComplaintCommandType = ComplaintCommand['type'];

export const COMPLAINT_COMMANDS = [
  'accept',
  'decline',
  'object_to_decline',
  'decide_objection',
  'merge',
  'join',
  'unmerge',
  'split',
  'reclassify',
  'withdraw',
  'undo_import',
  'record_check_call',
  'settle_on_the_spot',
  'place_under_supervision',
  'ask_complainant',
  'reply',
  'time_out_question',
  'publish_answer',
  'confirm',
  'close_in_silence',
  'dispute',
  'reopen',
  'request_review',
  'decide_review',
  'propose_final',
  'decide_final',
  'rate',
  'record_callback',
  'supplement',
  'correct_contact',
  'remove_contact',
  'place_hold',
  'lift_hold',
  'urge',
  'extend_resolution',
  'cross_deadline',
  'recompute_due',
] as const satisfies readonly ComplaintCommandType[];
