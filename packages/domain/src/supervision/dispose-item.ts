import { addDays, isPast, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { mayStrikeOff, verificationStateOf } from './dual-verification.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { lastRunningMoment } from './item-wait.ts';
import { lookBackDay } from './look-back.ts';
import { nextReportDue } from './next-report-due.ts';
import { isUpheld, noticeAgainst } from './public-notice.ts';
import type { Verifying } from './supervision-item.ts';

export type Disposition = Extract<
  ItemCommand,
  { type: 'strike_off' | 'watch' | 'make_long_running' | 'refer_up' | 'send_to_rework' }
>;

/**
 * What becomes of an item once both findings are in (分类处置): struck off, watched, long-running, referred up, or sent back
 * to be worked on again. Nothing of it before two findings agree, or the third check has decided.
 */
export function disposeItem(state: Verifying, command: Disposition, context: ItemContext): ItemDecision {
  const { now: at } = context;
  const verification = verificationStateOf(state.findings);
  const isDecided = verification === 'agreed_resolved' || verification === 'agreed_unresolved';
  if (!isDecided) return refused('two_findings_needed');
  const departmentId = state.assignment.leadDepartmentId;
  switch (command.type) {
    case 'strike_off': {
      if (!mayStrikeOff(state)) return refused('two_findings_needed');
      const against = noticeAgainst(state, context);
      if (against !== null) return { ok: false, refusal: against };
      const isOnTime = !isPast(state.assignment.deadline, lastRunningMoment(state, state.requestedAt));
      const lookBackOn = lookBackDay(at, 0, context.deadlines);
      return happened({ type: 'ItemStruckOff', at, isOnTime, departmentId, lookBackOn });
    }
    case 'watch':
      if (command.reviewOn <= localDateOf(at)) return refused('date_in_the_past');
      return happened({ type: 'ItemWatched', at, focus: command.focus, reviewOn: command.reviewOn });
    case 'make_long_running': {
      const inquiryOn = addDays(localDateOf(at), context.deadlines.inquiryCalendarDays);
      return happened({ type: 'ItemMadeLongRunning', at, plan: command.plan, inquiryOn });
    }
    case 'refer_up':
      return happened({
        type: 'ItemReferredUp',
        at,
        brief: command.brief,
        to: command.to,
        inquiryOn: addDays(localDateOf(at), context.deadlines.inquiryCalendarDays),
      });
    case 'send_to_rework': {
      const isObjectedTo = state.notice !== null && isUpheld(state.notice);
      if (verification === 'agreed_resolved' && !isObjectedTo) return refused('findings_agree_resolved');
      const isFalseRequest = state.findings.some((finding) => !finding.isResolved && finding.isFalseRequest);
      return happened({
        type: 'ItemSentToRework',
        at,
        reason: command.reason,
        isFalseRequest,
        departmentId,
        nextReportDue: nextReportDue(context),
      });
    }
  }
}
