import type { ScoreLine } from '../score-line.ts';
import type { SheetEvent } from './sheet-event.ts';

/** The ledger lines one event of a sheet causes, in the period of the sheet: what an objection or a correction gives back. */
export function scoreSheetCorrection(event: SheetEvent, period: string): readonly ScoreLine[] {
  if (event.type !== 'SheetObjectionUpheld' && event.type !== 'SheetLineCorrected') return [];
  if (event.correction === null) return [];
  const { departmentId, account, centipoints, policyVersion } = event.correction;
  const rule = event.type === 'SheetObjectionUpheld' ? 'objection_upheld' : 'line_corrected';
  return [{ departmentId, account, centipoints, policyVersion, period, rule, arithmetic: {}, ordinal: null }];
}
