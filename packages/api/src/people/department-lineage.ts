import { readSuccession } from '@bihuan/db';
import { departmentAndForerunners, localDateOf } from '@bihuan/domain';
import type { House } from '../house.ts';

/** A department with those whose place it took, so that lists find their cases too. */
export async function withForerunners(house: House, departmentId: string): Promise<readonly string[]> {
  return departmentAndForerunners(await readSuccession(house.db), departmentId, localDateOf(house.now()));
}
