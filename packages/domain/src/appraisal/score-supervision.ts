import type { ScoringPolicy } from '../policy/scoring-policy.ts';
import type { ItemEvent } from '../supervision/item-event.ts';
import { CALENDAR_QUARTERS, type PeriodSchedule } from './period.ts';
import { periodOf, type ScoreLine } from './score-line.ts';

/**
 * The ledger lines one supervision event causes. `onTimeSoFar`: how many on-time strike-offs the department already has
 * in the period of the event; one over the cap still leaves its line, of no points, so that it is explained. An overrun of the item is charged once, to its owner; a late measure alone costs nothing.
 * Source: domain.md, Appraisal (supervision account).
 */
export function scoreSupervision(
  event: ItemEvent,
  policy: ScoringPolicy,
  onTimeSoFar: number,
  schedule: PeriodSchedule = CALENDAR_QUARTERS,
): readonly ScoreLine[] {
  switch (event.type) {
    case 'ItemStruckOff': {
      if (!event.isOnTime) return [];
      const ordinal = onTimeSoFar + 1;
      const points = ordinal <= policy.onTimeCap ? policy.struckOffOnTime : 0;
      return [line('struck_off_on_time', points, { nth: ordinal, cap: policy.onTimeCap }, ordinal)];
    }
    case 'DeadlineCrossed': {
      if (event.deadline !== 'item') return [];
      const arithmetic = { deadline: event.deadline, due: event.due.date, level: event.level };
      return event.level === 0
        ? [line('late', policy.late, arithmetic, null)]
        : [line('further_late', policy.furtherLate, arithmetic, null)];
    }
    case 'ItemSentToRework': {
      const rework = line('rework', policy.rework, {}, null);
      return event.isFalseRequest ? [rework, line('false_request', policy.falseRequest, {}, null)] : [rework];
    }
    case 'ReportRejected': {
      const points = policy.weakReport[event.nth - 1] ?? policy.weakReport.at(-1) ?? 0;
      return [line('weak_report', points, { nth: event.nth, fault: event.fault }, null)];
    }
    default:
      return [];
  }

  function line(
    rule: ScoreLine['rule'],
    centipoints: number,
    arithmetic: ScoreLine['arithmetic'],
    ordinal: number | null,
  ): ScoreLine {
    const departmentId = 'departmentId' in event ? event.departmentId : '';
    const period = periodOf(event.at, schedule);
    return {
      departmentId,
      period,
      account: 'supervision',
      rule,
      centipoints,
      policyVersion: policy.version,
      arithmetic,
      ordinal,
    };
  }
}
