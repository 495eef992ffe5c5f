import type { Demand } from '@bihuan/domain';
import type { Statement } from '../statement.ts';

/** The columns of `demand` beside its key. */
export function demandRow({ on }: Demand) {
  return { on_day: on, month: on.slice(0, 7) };
}

/** The statement that keeps what new events of a stream asked of departments; none where they asked nothing. */
export function keepDemands(streamId: string, demands: readonly Demand[]): readonly Statement[] {
  if (demands.length === 0) return [];
  const rows = demands.map((demand) => ({ ...demand, ...demandRow(demand) }));
  return [
    {
      name: 'keep-demands',
      text: `INSERT INTO demand (stream_id, version, department_id, kind, on_day, month)
SELECT $1, * FROM unnest($2::int[], $3::uuid[], $4::text[], $5::date[], $6::text[])`,
      values: [
        streamId,
        rows.map(({ nth }) => nth),
        rows.map(({ departmentId }) => departmentId),
        rows.map(({ kind }) => kind),
        rows.map((row) => row.on_day),
        rows.map(({ month }) => month),
      ],
    },
  ];
}
