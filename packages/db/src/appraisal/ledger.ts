import type { ScoreLine } from '@bihuan/domain';
import type { EventActor } from '../audit/stored-event.ts';
import type { Statement } from '../statement.ts';

/** A line about to be kept, with the event that caused it. */
export type NewScoreEntry = ScoreLine & {
  readonly id: string;
  readonly at: string;
  readonly streamId: string;
  readonly eventVersion: number;
  readonly actor: EventActor;
  /** The line this one gives back. */
  readonly reversalOf?: string;
};

/** Appends lines and adds them to the balances they count in. */
export function appendEntries(entries: readonly NewScoreEntry[]): readonly Statement[] {
  if (entries.length === 0) return [];
  const column = (pick: (entry: NewScoreEntry) => unknown) => entries.map(pick);
  const balances = Map.groupBy(entries, (entry) =>
    JSON.stringify([entry.departmentId, entry.period, entry.account]),
  );
  const sums = [...balances.values()].map((lines) => ({
    ...(lines[0] as NewScoreEntry),
    sum: lines.reduce((sum, line) => sum + line.centipoints, 0),
    lines: lines.length,
  }));
  return [
    {
      name: 'append-entries',
      text: `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic, ordinal, stream_id, event_version, actor, reversal_of)
SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[], $9::jsonb[], $10::int[], $11::uuid[], $12::int[], $13::jsonb[], $14::uuid[])`,
      values: [
        column((entry) => entry.id),
        column((entry) => entry.at),
        column((entry) => entry.departmentId),
        column((entry) => entry.period),
        column((entry) => entry.account),
        column((entry) => entry.rule),
        column((entry) => entry.centipoints),
        column((entry) => entry.policyVersion),
        column((entry) => JSON.stringify(entry.arithmetic)),
        column((entry) => entry.ordinal),
        column((entry) => entry.streamId),
        column((entry) => entry.eventVersion),
        column((entry) => JSON.stringify(entry.actor)),
        column((entry) => entry.reversalOf ?? null),
      ],
    },
    {
      name: 'add-to-balances',
      text: `INSERT INTO score_balance (department_id, period, account, centipoints, lines)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[])
ON CONFLICT (department_id, period, account) DO UPDATE
SET centipoints = score_balance.centipoints + excluded.centipoints, lines = score_balance.lines + excluded.lines`,
      values: [
        sums.map((sum) => sum.departmentId),
        sums.map((sum) => sum.period),
        sums.map((sum) => sum.account),
        sums.map((sum) => sum.sum),
        sums.map((sum) => sum.lines),
      ],
    },
  ];
}
