import type {
  ExclusionReason,
  LocalDate,
  ReviewOutcome,
  ReviewStatus,
  SatisfactionLevel,
} from '@bihuan/domain';
import type { Database } from '../database.ts';

export type ReviewLine = {
  readonly id: string;
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly departmentEn: string | null;
  readonly level: SatisfactionLevel;
  readonly status: ReviewStatus;
  readonly round: number;
  readonly openedAt: string;
  readonly dueOn: LocalDate | null;
  readonly outcome: ReviewOutcome | null;
  readonly appeal: 'running' | 'ruled' | null;
  readonly appealReason: ExclusionReason | null;
  readonly isExcluded: boolean;
};

type Row = Omit<ReviewLine, 'openedAt'> & { readonly openedAt: Date };

/** Which reviews: of one department, of one complaint, or all. */
export type ReviewsAsked = { readonly departmentId?: string; readonly complaintId?: string };

/** Reviews of bad ratings, those that run first and the most urgent on top. */
export async function readReviews(
  db: Pick<Database, 'pool'>,
  { departmentId, complaintId }: ReviewsAsked,
  most: number,
): Promise<readonly ReviewLine[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'rating-reviews',
    text: `SELECT review.id, review.complaint_id AS "complaintId", complaint.tracking_number AS "trackingNumber", complaint.title,
  review.department_id AS "departmentId", department.name AS department, department.name_en AS "departmentEn",
  review.level, review.status, review.round, review.opened_at AS "openedAt", review.due_on::text AS "dueOn", review.outcome,
  review.appeal, review.appeal_reason AS "appealReason", review.is_excluded AS "isExcluded"
FROM rating_review review JOIN complaint ON complaint.id = review.complaint_id
LEFT JOIN department ON department.id = review.department_id
WHERE ($2::uuid IS NULL OR review.department_id = $2) AND ($3::uuid IS NULL OR review.complaint_id = $3)
ORDER BY (review.status = 'closed' AND review.appeal IS DISTINCT FROM 'running'), review.due_on NULLS LAST, review.opened_at
LIMIT $1`,
    values: [most, departmentId ?? null, complaintId ?? null],
  });
  return rows.map(({ openedAt, ...row }) => ({ ...row, openedAt: openedAt.toISOString() }));
}

/** Reviews with a deadline that is over. */
export async function readReviewsDue(
  db: Pick<Database, 'pool'>,
  today: LocalDate,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'rating-reviews-due',
    text: `SELECT id FROM rating_review WHERE due_on <= $1 AND status <> 'closed' ORDER BY due_on LIMIT 500`,
    values: [today],
  });
  return rows.map(({ id }) => id);
}
