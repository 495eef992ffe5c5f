import { readBulletinList, type ListedBulletin } from '@bihuan/db';
import {
  hasRole,
  lastEndedMonth,
  localDateOf,
  monthBefore,
  type Actor,
  type BulletinMonth,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { bulletinPolicyOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { visibleStatuses } from './bulletin-scope.ts';

export type BulletinList = {
  readonly monthly: readonly ListedBulletin[];
  readonly special: readonly ListedBulletin[];
  /** Months that are over and have no bulletin, the latest first; for who may draft one. */
  readonly open: readonly BulletinMonth[];
};

const MOST = 60;
const MONTHS_BACK = 12;

/** Bulletins and special reports as far as this person may see them. */
export async function listBulletins(house: House, actor: Actor): Promise<Result<BulletinList>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const [monthly, special] = await Promise.all([
    readBulletinList(house.db, 'monthly', visibleStatuses(actor, 'monthly'), MOST),
    readBulletinList(house.db, 'special', visibleStatuses(actor, 'special'), MOST),
  ]);
  return done({ monthly, special, open: hasRole(actor, 'triage_admin') ? await openMonths(house) : [] });
}

async function openMonths(house: House): Promise<readonly BulletinMonth[]> {
  const { monthStartsOn } = await bulletinPolicyOf(house);
  const first = await house.db.prisma.event.findFirst({ orderBy: { position: 'asc' }, select: { at: true } });
  if (first === null) return [];
  const begun = localDateOf(first.at.toISOString()).slice(0, 7);
  const taken = await house.db.prisma.bulletin.findMany({
    where: { kind: 'monthly' },
    select: { month: true },
  });
  const months: BulletinMonth[] = [];
  let month = lastEndedMonth(localDateOf(house.now()), monthStartsOn);
  for (let back = 0; back < MONTHS_BACK && month >= begun; back += 1, month = monthBefore(month))
    if (!taken.some((one) => one.month === month)) months.push(month);
  return months;
}
