import { objectToDecline, requestReview, type House } from '@bihuan/api';
import type { ComplaintStatus } from '@bihuan/api/domain';

/** So many of each kind wait for somebody at the end. */
const EACH = 2;

const OBJECTION =
  '窗口让我去找主管部门，主管部门说这件事由园区负责。我已附上他们的书面答复，请重新审查是否属于园区受理范围。';
const REVIEW = '答复说已经解决，但是同样的材料前天又被退了一次，经办人也没有说明依据，请另外的部门复查。';

/** At the end a few complainants do not accept a no: some object to a decline, some ask another unit for a review. */
export async function askForSecondLooks(house: House): Promise<void> {
  await ask(house, ['declined'], objectToDecline, OBJECTION);
  await ask(house, ['closed', 'settled_on_the_spot'], requestReview, REVIEW);
}

async function ask(
  house: House,
  statuses: readonly ComplaintStatus[],
  useCase: typeof objectToDecline,
  reason: string,
): Promise<void> {
  const cases = await house.db.prisma.complaint.findMany({
    where: { status: { in: [...statuses] } },
    orderBy: [{ submittedAt: 'desc' }, { trackingNumber: 'asc' }],
    select: { id: true },
    take: 40,
  });
  let asked = 0;
  for (const { id: complaintId } of cases) {
    if (asked >= EACH) return;
    const result = await useCase(house, { kind: 'complainant', complaintId }, { complaintId, reason });
    if (result.ok) asked += 1;
  }
}
