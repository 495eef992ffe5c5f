import type { ComplaintStatus, Instant, Openness } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { TranslatedName } from './tracking-view.ts';

/** What others may be told of a running case where it may be joined. Nothing of who filed it. */
export type JoinableRow = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly openness: Openness;
  readonly mayPublish: boolean;
  readonly submittedAt: Instant;
  readonly department: TranslatedName | null;
  /** How many follow it. */
  readonly followers: number;
};

/** These complaints in the order given; whether they may be joined is for the rule to say. */
export async function readJoinable(
  db: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<readonly JoinableRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<JoinableRow>({
    name: 'joinable',
    text: `SELECT complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.status,
  complaint.openness, complaint.may_publish AS "mayPublish",
  to_char(complaint.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "submittedAt",
  (SELECT jsonb_build_object('name', unit.name, 'nameEn', unit.name_en) FROM department unit
    WHERE unit.id = coalesce(item.lead_department_id, complaint.about_department_id)) AS department,
  (SELECT count(*)::int FROM complaint follower WHERE follower.survivor_id = complaint.id) AS followers
FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place) JOIN complaint ON complaint.id = asked.id
LEFT JOIN supervision_item item ON item.id = complaint.item_id ORDER BY asked.place`,
    values: [ids],
  });
  return rows;
}
