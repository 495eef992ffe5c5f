import { changeData, staffWithTurnedTerms } from '@bihuan/db';
import { localDateOf, SYSTEM } from '@bihuan/domain';
import { changeBy } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { settlePerson } from './change-role-terms.ts';

/**
 * Makes the roles of everybody whose term began or is over those of today, for lists and notices that go by roles. Authority does
 * not wait for it: a session reads the terms themselves. Returns how many people it concerned.
 */
export async function settleRoleTerms(house: House): Promise<number> {
  const today = localDateOf(house.now());
  const turned = await staffWithTurnedTerms(house.db, today);
  for (const id of turned)
    await house.db.prisma.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ login: string }[]>`
        SELECT login FROM staff WHERE id = ${id}::uuid FOR UPDATE`;
      const { before, after } = await settlePerson(tx, id, today);
      if (row === undefined || before.join() === after.join()) return;
      const change = changeBy(house, SYSTEM, {
        ...{ subject: 'staff', subjectId: row.login, reason: '' },
        ...{ before: { roles: before }, after: { roles: after } },
      });
      await tx.configurationChange.create({ data: changeData(change) });
    });
  return turned.length;
}
