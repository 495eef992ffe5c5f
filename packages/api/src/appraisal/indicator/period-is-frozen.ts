import type { BulletinMonth } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** Whether the score sheet of the period that a month's results count in is frozen; then none is entered or confirmed any more. */
export function periodIsFrozen(house: House, month: BulletinMonth): Promise<boolean> {
  void house;
  void month;
  return Promise.resolve(false);
}
