import type { ScoreLine } from '../score-line.ts';
import type { Adjustment, AdjustmentEvent } from './adjustment.ts';
import { ADJUSTMENT_RULE } from './decide-adjustment.ts';

/** The ledger line that an event of an adjustment causes: the second signature enters it, nothing else does. */
export function scoreAdjustment(event: AdjustmentEvent, adjustment: Adjustment): readonly ScoreLine[] {
  if (event.type !== 'AdjustmentEntered') return [];
  const { departmentId, period, account, kind, centipoints, documentNumber, itemId, reversalOf } = adjustment;
  return [
    {
      departmentId,
      period,
      account,
      rule: ADJUSTMENT_RULE[kind],
      centipoints,
      policyVersion: event.policyVersion,
      arithmetic: {
        document: documentNumber,
        ...(event.cap === null ? {} : { soFar: event.cap.soFar, cap: event.cap.most }),
        ...(itemId === null ? {} : { item: itemId }),
        ...(reversalOf === null ? {} : { reversed: reversalOf }),
      },
      ordinal: event.ordinal,
    },
  ];
}
