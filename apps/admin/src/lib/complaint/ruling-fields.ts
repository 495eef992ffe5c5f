import { CHECK_CALL_OUTCOMES } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

/** Moves that are one choice and one text. */
export type RulingMove = 'decide_objection' | 'decide_review' | 'decide_final' | 'record_check_call';

type RulingFields = {
  readonly choice: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
};

export const RULING_FIELDS: Readonly<Record<RulingMove, () => RulingFields>> = {
  decide_objection: () => ({
    choice: 'ruling',
    legend: m.receipt_ruling(),
    options: [
      { value: 'upheld', label: m.receipt_ruling_upheld() },
      { value: 'rejected', label: m.receipt_ruling_rejected() },
    ],
    text: 'text',
    label: m.receipt_ruling_text(),
    hint: m.receipt_ruling_hint(),
    most: 2000,
  }),
  decide_review: () => ({
    choice: 'ruling',
    legend: m.receipt_review_ruling(),
    options: [
      { value: 'confirmed', label: m.receipt_ruling_confirmed() },
      { value: 'changed', label: m.receipt_ruling_changed() },
    ],
    text: 'text',
    label: m.receipt_review_text(),
    hint: m.receipt_ruling_hint(),
    most: 2000,
  }),
  decide_final: () => ({
    choice: 'ruling',
    legend: m.final_ruling(),
    options: [
      { value: 'approved', label: m.final_ruling_approved() },
      { value: 'rejected', label: m.final_ruling_rejected() },
    ],
    text: 'text',
    label: m.final_ruling_text(),
    hint: m.final_ruling_hint(),
    most: 2000,
  }),
  record_check_call: () => ({
    choice: 'outcome',
    legend: m.receipt_check_call_outcome(),
    options: CHECK_CALL_OUTCOMES.map((value) => ({ value, label: m[`check_call_outcome_${value}`]() })),
    text: 'note',
    label: m.receipt_check_call_note(),
    hint: m.receipt_check_call_hint(),
    most: 1000,
  }),
};

export function isRulingMove(move: string): move is RulingMove {
  return move in RULING_FIELDS;
}
