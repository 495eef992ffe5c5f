import type { Statement } from '../statement.ts';

/** The statement that records a look at what tells who the complainant is. */
export function insertContactLook(look: {
  readonly id: string;
  readonly complaintId: string;
  readonly staffId: string;
  readonly at: string;
  readonly reason: string;
}): Statement {
  return {
    name: 'insert-contact-look',
    text: 'INSERT INTO contact_look (id, complaint_id, staff_id, at, reason) VALUES ($1, $2, $3, $4, $5)',
    values: [look.id, look.complaintId, look.staffId, look.at, look.reason],
  };
}
