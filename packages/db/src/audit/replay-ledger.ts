import {
  DEFAULT_SCORING,
  evolveCard,
  localDateOf,
  evolveAdjustment,
  scoreAdjustment,
  scoreCard,
  scoreSheetCorrection,
  scoreSupervision,
  type Adjustment,
  type AdjustmentEvent,
  type Card,
  type CardEvent,
  type ItemEvent,
  type PeriodSchedule,
  type SheetEvent,
  type ScoreLine,
  type ScoringPolicy,
} from '@bihuan/domain';
import type pg from 'pg';
import type { Database } from '../database.ts';
import { policyInForce } from '../policy/policy-store.ts';
import { replayedRow, type ReplayedRow } from './replayed-rows.ts';
import { toDomainEvent } from './stored-event.ts';
import type { PlacedEvent } from './walk-streams.ts';

type Line = ScoreLine & { readonly streamId: string; readonly eventVersion: number };
type StrikeOff = { readonly event: PlacedEvent; readonly policy: ScoringPolicy };

/** Scores all events again, under the policy that was in force on the day of each. */
export function replayLedger(db: Pick<Database, 'prisma'>, schedule: PeriodSchedule) {
  const policies = new Map<string, Promise<ScoringPolicy>>();
  const lines: Line[] = [];
  const strikeOffs: StrikeOff[] = [];

  async function add(stream: readonly PlacedEvent[]): Promise<void> {
    if (stream[0]?.stream === 'card') lines.push(...cardLines(stream, schedule));
    if (stream[0]?.stream === 'period_sheet') lines.push(...sheetLines(stream));
    if (stream[0]?.stream === 'adjustment') lines.push(...adjustmentLines(stream));
    if (stream[0]?.stream !== 'supervision_item') return;
    for (const event of stream) {
      const policy = await policyOn(localDateOf(event.at));
      if (event.type === 'ItemStruckOff') strikeOffs.push({ event, policy });
      else lines.push(...scored(event, policy, 0, schedule));
    }
  }

  function policyOn(day: string): Promise<ScoringPolicy> {
    const known = policies.get(day);
    if (known !== undefined) return known;
    const read = policyInForce(db, 'scoring', day).then((policy) => policy ?? DEFAULT_SCORING);
    policies.set(day, read);
    return read;
  }

  /** Strike-offs count up to a cap, in the order in which they were written. */
  function capped(): readonly Line[] {
    const soFar = new Map<string, number>();
    return strikeOffs
      .toSorted((a, b) => Number(a.event.position - b.event.position))
      .flatMap(({ event, policy }) => {
        const [first] = scored(event, policy, 0, schedule);
        if (first === undefined) return [];
        const account = `${first.departmentId} ${first.period}`;
        const made = scored(event, policy, soFar.get(account) ?? 0, schedule);
        soFar.set(account, (soFar.get(account) ?? 0) + made.length);
        return made;
      });
  }

  /** Lines and balances as they should be. */
  function rows(): readonly ReplayedRow[] {
    const all = [...lines, ...capped()];
    const balances = Map.groupBy(all, (line) => `${line.departmentId} ${line.period} ${line.account}`);
    return [
      ...all.map(lineRow),
      ...[...balances].map(([key, of]) => {
        const centipoints = of.reduce((sum, line) => sum + line.centipoints, 0);
        return replayedRow('score_balance', key, { centipoints, lines: of.length });
      }),
    ];
  }

  return { add, rows, stored };
}

function cardLines(stream: readonly PlacedEvent[], schedule: PeriodSchedule): readonly Line[] {
  let card: Card | null = null;
  return stream.flatMap((placed) => {
    const event = toDomainEvent<CardEvent>(placed);
    card = evolveCard(card, event);
    const { streamId, version: eventVersion } = placed;
    return scoreCard(event, card, schedule).map((line) => ({ ...line, streamId, eventVersion }));
  });
}

function sheetLines(stream: readonly PlacedEvent[]): readonly Line[] {
  const period = String(stream[0]?.data['period']);
  return stream.flatMap((placed) =>
    scoreSheetCorrection(toDomainEvent<SheetEvent>(placed), period).map((line) => ({
      ...line,
      streamId: placed.streamId,
      eventVersion: placed.version,
    })),
  );
}

function adjustmentLines(stream: readonly PlacedEvent[]): readonly Line[] {
  let adjustment: Adjustment | null = null;
  return stream.flatMap((placed) => {
    const event = toDomainEvent<AdjustmentEvent>(placed);
    adjustment = evolveAdjustment(adjustment, event);
    if (adjustment === null) return [];
    const { streamId, version: eventVersion } = placed;
    return scoreAdjustment(event, adjustment).map((line) => ({ ...line, streamId, eventVersion }));
  });
}

function scored(
  event: PlacedEvent,
  policy: ScoringPolicy,
  onTimeSoFar: number,
  schedule: PeriodSchedule,
): readonly Line[] {
  return scoreSupervision(toDomainEvent<ItemEvent>(event), policy, onTimeSoFar, schedule).map((line) => ({
    ...line,
    streamId: event.streamId,
    eventVersion: event.version,
  }));
}

function lineRow({ streamId, eventVersion, ...line }: Line): ReplayedRow {
  return replayedRow('score_entry', `${streamId} ${eventVersion} ${line.rule}`, {
    department_id: line.departmentId,
    period: line.period,
    account: line.account,
    centipoints: line.centipoints,
    policy_version: line.policyVersion,
    arithmetic: line.arithmetic,
    ordinal: line.ordinal,
  });
}

/** Lines and balances as they are kept. */
async function stored(client: Pick<pg.ClientBase, 'query'>): Promise<readonly ReplayedRow[]> {
  const entries = await client.query<Record<string, unknown>>(`
SELECT concat_ws(' ', stream_id, event_version, rule) AS row_key, department_id, period, account, centipoints,
  policy_version, arithmetic, ordinal FROM score_entry`);
  const balances = await client.query<Record<string, unknown>>(`
SELECT concat_ws(' ', department_id, period, account) AS row_key, centipoints, lines FROM score_balance`);
  const asRow =
    (table: string) =>
    ({ row_key: key, ...row }: Record<string, unknown>) =>
      replayedRow(table, String(key), row);
  return [...entries.rows.map(asRow('score_entry')), ...balances.rows.map(asRow('score_balance'))];
}
