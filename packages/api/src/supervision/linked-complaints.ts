import { isoDate } from '@bihuan/db';
import type { Actor, CauseClass, ComplaintStatus } from '@bihuan/domain';
import { complaintScope, seesAnyComplaint } from '../complaint/complaint-scope.ts';
import type { House } from '../house.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import type { LinkedComplaint } from './item-view.ts';

/**
 * The matter of the complaints under an item. Only columns that say what happened are read: no contact data, no name of an
 * enterprise, no answer to a callback.
 */
export async function linkedComplaints(
  house: House,
  actor: Actor,
  complaintIds: readonly string[],
): Promise<readonly LinkedComplaint[]> {
  const rows = await house.db.prisma.complaint.findMany({
    where: { id: { in: [...complaintIds] } },
    select: {
      ...{ id: true, trackingNumber: true, status: true, title: true, body: true },
      ...{ causeClass: true, wish: true, place: true, dueOn: true },
    },
    orderBy: { submittedAt: 'asc' },
  });
  const hide = await hiderFor(house, actor, complaintIds);
  return rows.map(({ status, causeClass, dueOn, ...row }) => ({
    ...hide.matter(row, [row.id]),
    isOpen: seesAnyComplaint(complaintScope(actor)),
    status: status as ComplaintStatus,
    causeClass: causeClass as CauseClass,
    dueOn: dueOn === null ? null : isoDate(dueOn),
  }));
}
