import { loadBulletin, policyVersion } from '@bihuan/db';
import {
  DEFAULT_BULLETIN,
  figureValue,
  type Bulletin,
  type BulletinMonth,
  type CorrectionLine,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { takeMonthSnapshot, type Cut } from './take-month-snapshot.ts';

/**
 * What became known of the bulletins before `month` after they were drafted: the one before is counted again as of the new
 * cut, and what a person noted on any since it was drafted is taken along.
 */
export async function findCorrections(
  house: House,
  month: BulletinMonth,
  cut: Cut,
): Promise<readonly CorrectionLine[]> {
  const rows = await house.db.prisma.bulletin.findMany({
    where: { kind: 'monthly', month: { lt: month }, status: { in: ['published', 'archived'] } },
    orderBy: { month: 'desc' },
    select: { id: true },
  });
  const earlier: Bulletin[] = [];
  for (const { id } of rows) {
    const loaded = await loadBulletin(house.db, id);
    if (loaded !== null) earlier.push(loaded.state);
  }
  const [last] = earlier;
  if (last === undefined) return [];
  const noted = earlier.flatMap((bulletin) => notedSince(bulletin, last.draftedAt));
  const counted = await countedAgain(house, last, cut);
  const isNoted = (line: CorrectionLine) =>
    noted.some(({ month: of, key }) => of === line.month && key === line.key);
  return [...noted, ...counted.filter((line) => !isNoted(line))];
}

function notedSince(bulletin: Bulletin, since: string): readonly CorrectionLine[] {
  const { snapshot } = bulletin;
  if (snapshot.of !== 'month' || !('corrections' in bulletin)) return [];
  return bulletin.corrections
    .filter(({ at }) => at >= since)
    .map(({ key, is, note }) => ({
      month: snapshot.month,
      key,
      was: figureValue(snapshot.figures, key),
      is,
      note,
    }));
}

async function countedAgain(
  house: House,
  { snapshot }: Bulletin,
  cut: Cut,
): Promise<readonly CorrectionLine[]> {
  if (snapshot.of !== 'month') return [];
  const policy = (await policyVersion(house.db, 'bulletin', snapshot.policyVersion)) ?? DEFAULT_BULLETIN;
  const now = await takeMonthSnapshot(house, snapshot.month, policy, cut);
  return snapshot.figures.flatMap(({ key, value: was }) => {
    const is = figureValue(now.figures, key);
    return is === was ? [] : [{ month: snapshot.month, key, was, is, note: '' }];
  });
}
