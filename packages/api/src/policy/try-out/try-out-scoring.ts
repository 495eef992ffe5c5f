import { triedEvents } from '@bihuan/db';
import { scoreSupervision, type ItemEvent, type ScoringPolicy } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { periodsOf } from '../rules-in-force.ts';
import type { LineTaker } from './try-out-lines.ts';
import { sumKey, type Sums } from './try-out-result.ts';

const SCORED = ['ItemStruckOff', 'DeadlineCrossed', 'ItemSentToRework', 'ReportRejected'];

/**
 * Scores past events again under a draft, beside the lines that the ledger holds of them. Gives what the supervision account of each
 * department and period would differ by. `since` begins a period, so that what is capped is counted from its first.
 */
export async function tryOutScoring(
  house: House,
  draft: ScoringPolicy,
  since: string,
  lines: LineTaker,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<{ readonly events: number; readonly differences: Sums }> {
  const schedule = await periodsOf(house);
  const differences: Sums = new Map();
  const onTime: Sums = new Map();
  let events = 0;
  for await (const batch of triedEvents(house.db, SCORED, since)) {
    for (const event of batch.events) {
      const kept = event.lines;
      const account = sumKey(kept[0]?.departmentId ?? '', kept[0]?.period ?? '');
      const soFar = onTime.get(account) ?? 0;
      const made = scoreSupervision(
        { ...event.data, type: event.type, at: event.at } as ItemEvent,
        draft,
        soFar,
        schedule,
      );
      if (made.length === 0 && kept.length === 0) continue;
      events += 1;
      if (made.some(({ rule }) => rule === 'struck_off_on_time')) onTime.set(account, soFar + 1);
      for (const rule of new Set([...kept, ...made].map((line) => line.rule))) {
        const was = kept.find((line) => line.rule === rule);
        const is = made.find((line) => line.rule === rule);
        if (was?.centipoints === is?.centipoints) continue;
        const departmentId = was?.departmentId ?? is?.departmentId ?? '';
        const period = was?.period ?? is?.period ?? '';
        const key = sumKey(departmentId, period);
        const difference = (is?.centipoints ?? 0) - (was?.centipoints ?? 0);
        differences.set(key, (differences.get(key) ?? 0) + difference);
        await lines.take({
          ...{ departmentId, period, rule, subject: event.subject, subjectId: event.streamId },
          ...{ number: event.number, at: event.at },
          before: was === undefined ? null : String(was.centipoints),
          after: is === undefined ? null : String(is.centipoints),
        });
      }
    }
    await onProgress(batch.done, batch.total);
  }
  return { events, differences };
}
