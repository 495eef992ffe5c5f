import { readComplaint } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { theHouse } from '#lib/server/house.ts';
import { takeQueryCode } from '#lib/server/receipt-cookie.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const complaint = valueOf(await readComplaint(event.locals.house, actorOf(event), { complaintId: id }));
  const { trackingNumber, submittedAt, status, clock, title: matter } = complaint;
  const portal = theHouse().env.PORTAL_URL.origin;
  return {
    title: m.admin_receipt_title(),
    receipt: { id, trackingNumber, submittedAt, status, due: clock?.due ?? null, matter },
    portal,
    trackAddress: `${portal}/track?number=${trackingNumber}`,
    queryCode: takeQueryCode(event.cookies, id),
    office: event.locals.staff?.departmentName ?? '',
  };
};
