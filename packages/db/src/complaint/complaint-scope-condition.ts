/** Which complaints somebody may see. Reasons add up; `isAll` makes the others needless. */
export type ComplaintScope = {
  readonly isAll: boolean;
  /** What was logged at the window or by phone, and what a verification or a withdrawal waits to be called back on. */
  readonly isWindow: boolean;
  /** Whatever came under a supervision item, or is under review. */
  readonly isLinked: boolean;
  /** Whatever came under an item in which this department takes part. */
  readonly participantId: string | null;
};

const WINDOW = `complaint.channel IN ('walk_in', 'phone') OR EXISTS (
  SELECT FROM item_complaint link JOIN supervision_item item ON item.id = link.item_id
  WHERE link.complaint_id = complaint.id AND item.status = 'verifying')
  OR complaint.status = 'withdrawn' AND complaint.item_id IS NOT NULL`;

const LINKED = `EXISTS (SELECT FROM item_complaint link WHERE link.complaint_id = complaint.id)
  OR complaint.status = 'under_review'`;

/** The scope as a condition on `complaint`; `place` adds a value and gives its `$n`. */
export function scopeCondition(scope: ComplaintScope, place: (value: unknown) => string): string {
  if (scope.isAll) return 'TRUE';
  const parts: string[] = [];
  if (scope.isWindow) parts.push(WINDOW);
  if (scope.isLinked) parts.push(LINKED);
  if (scope.participantId !== null) {
    const own = place(scope.participantId);
    parts.push(`EXISTS (
  SELECT FROM item_complaint link WHERE link.complaint_id = complaint.id AND (
    EXISTS (SELECT FROM participation WHERE item_id = link.item_id AND department_id = ${own}::uuid)
    OR EXISTS (SELECT FROM measure WHERE item_id = link.item_id AND department_id = ${own}::uuid)))`);
  }
  return parts.length === 0 ? 'FALSE' : `(${parts.join(' OR ')})`;
}
