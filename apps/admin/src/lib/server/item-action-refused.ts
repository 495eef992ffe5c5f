import type { ItemAction, RefusalCode, VerificationView, WeighedAction } from '@bihuan/api';
import type { Refusal, VerificationState } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Weighed } from '../refused.ts';
import { refusalSentence } from './refusal-sentence.ts';

type Found = Pick<VerificationView, 'state'> | null;

/** An action of an item, with the sentence of why it is not open yet. */
export function itemActionRefused(one: WeighedAction, verification: Found): Weighed<WeighedAction> {
  const { action, refusal } = one;
  if (refusal === null) return { action, refusal };
  return { action, refusal: { ...refusal, sentence: blockedSentence(action, refusal, verification) } };
}

/** In the words of those who look for the action here, where the rule's own are too general. */
function blockedSentence(action: ItemAction, refusal: Refusal<RefusalCode>, verification: Found): string {
  if (refusal.code === 'illegal_move' && action === 'report_progress') return m.supervision_first_sign();
  if (refusal.code === 'illegal_move' && action === 'request_strike_off')
    return m.supervision_first_advance();
  if (refusal.code === 'illegal_move' && action === 'strike_off') return m.supervision_first_verify();
  if (refusal.code === 'not_authorised' && action === 'return') return m.supervision_head_returns();
  if (refusal.code === 'two_findings_needed' && verification) return FINDINGS_MISSING[verification.state]();
  return refusalSentence(refusal);
}

const FINDINGS_MISSING: Readonly<Record<VerificationState, () => string>> = {
  awaiting_both: m.supervision_first_both,
  awaiting_verification: m.supervision_first_verification,
  awaiting_second: m.supervision_first_second,
  awaiting_third: m.supervision_first_third,
  agreed_resolved: m.supervision_first_both,
  agreed_unresolved: m.supervision_found_unresolved,
};
