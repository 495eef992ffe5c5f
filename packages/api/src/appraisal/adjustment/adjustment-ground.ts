import { loadItem, readLedgerLines, sumOfRule } from '@bihuan/db';
import {
  ADJUSTMENT_RULE,
  concernedDepartmentIds,
  ordinalOfPeriod,
  type AdjustmentContent,
  type AdjustmentGround,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { periodIsFrozen } from '../period-frozen.ts';
import { presentPeriod } from '../periods.ts';

/** What an adjustment is about, as it stands now. `ownId`: the proposal itself, which does not stand in its own way. */
export async function adjustmentGround(
  house: House,
  content: AdjustmentContent,
  ownId: string,
): Promise<AdjustmentGround> {
  const { departmentId, period, kind } = content;
  const present = await presentPeriod(house);
  return {
    isPeriodFrozen: await periodIsFrozen(house, period),
    isPeriodToCome: ordinalOfPeriod(period) > ordinalOfPeriod(present.id),
    soFar: await sumOfRule(house.db, { departmentId, period, rule: ADJUSTMENT_RULE[kind] }),
    item: content.itemId === null ? null : await itemGround(house, content, content.itemId, ownId),
    line: content.reversalOf === null ? null : await lineGround(house, content.reversalOf, ownId),
  };
}

async function itemGround(
  house: House,
  { departmentId, period }: AdjustmentContent,
  itemId: string,
  ownId: string,
): Promise<NonNullable<AdjustmentGround['item']>> {
  const loaded = await loadItem(house.db, itemId);
  const isConcerned = loaded !== null && concernedDepartmentIds(loaded.state).includes(departmentId);
  const rewards = await house.db.prisma.adjustmentRow.count({
    where: {
      ...{ itemId, departmentId, kind: 'hard_problem', id: { not: ownId } },
      status: { in: ['proposed', 'entered'] },
    },
  });
  const lines = await readLedgerLines(house.db, { itemId }, 1000);
  const points = lines
    .filter((line) => line.departmentId === departmentId && line.period === period)
    .filter(({ rule }) => rule !== 'hard_problem' && rule !== 'struck_off_on_time')
    .reduce((sum, { centipoints }) => sum + centipoints, 0);
  return {
    isStruckOff: isConcerned && loaded.state.status === 'struck_off',
    isRewarded: rewards > 0,
    lost: Math.max(0, -points),
  };
}

async function lineGround(
  house: House,
  lineId: string,
  ownId: string,
): Promise<NonNullable<AdjustmentGround['line']>> {
  const [[line], reversals, waiting] = await Promise.all([
    readLedgerLines(house.db, { lineId }, 1),
    house.db.prisma.scoreEntry.count({ where: { reversalOf: lineId } }),
    house.db.prisma.adjustmentRow.count({
      where: { reversalOf: lineId, status: 'proposed', id: { not: ownId } },
    }),
  ]);
  return {
    isReversed: reversals + waiting > 0,
    isOfCard: line?.cardId !== undefined && line.cardId !== null,
  };
}
