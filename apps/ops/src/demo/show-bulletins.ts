import {
  approveBulletin,
  calendarOf,
  draftBulletin,
  draftDueBulletin,
  draftSpecialReport,
  editBulletin,
  publishBulletin,
  type House,
} from '@bihuan/api';
import {
  draftDay,
  instantAt,
  lastEndedMonth,
  localDateOf,
  monthBefore,
  monthWindow,
} from '@bihuan/api/domain';
import { openChance } from './chance.ts';
import { taken } from './refused-step.ts';
import type { Zone } from './settle-zone.ts';

const NEXT_STEPS =
  '一是对照销号清单逐项过堂，临近时限的事项提前研判，确需延期的在到期前提出。二是已发黄牌、红牌的部门，主要负责同志要亲自过问、限期整改。三是对反复出现的问题查明根源，从办事规则和流程上改进，不能只就事论事。';

/**
 * The bulletin of the month before last as it was published, that of the last month as the clock drafts it, and a special
 * report that waits for approval.
 */
export async function showBulletins(house: House, zone: Zone): Promise<void> {
  const present = house.now();
  const drafted = lastEndedMonth(localDateOf(present), 1);
  const published = monthBefore(drafted);
  const [writer] = zone.people('triage_admin');
  const [leader] = zone.people('leader');
  if (writer === undefined || leader === undefined) throw new Error('the zone has no office');
  const chance = openChance('bulletins');
  const at = (moment: string): House => ({
    ...house,
    now: () => moment,
    newId: chance.uuid,
    randomBytes: chance.bytes,
  });
  const on = (day: string, time: string) => at(instantAt(`${drafted}-${day}`, time));
  const { bulletinId } = taken(await draftBulletin(on('09', '08:30'), writer, { month: published }));
  taken(await editBulletin(on('09', '10:00'), writer, { bulletinId, next_steps: NEXT_STEPS }));
  taken(await approveBulletin(on('09', '15:00'), leader, { bulletinId }));
  taken(await publishBulletin(on('10', '09:00'), writer, { bulletinId }));
  const due = instantAt(draftDay(monthWindow(drafted, 1), 1, await calendarOf(house)), '08:00');
  await draftDueBulletin(at(due < present ? due : present));
  const late = await house.db.prisma.supervisionItem.findFirst({
    where: { status: { in: ['advancing', 'signed', 'rework'] } },
    orderBy: [{ deadlineOn: 'asc' }, { number: 'asc' }],
    select: { number: true },
  });
  if (late !== null)
    taken(await draftSpecialReport(at(present), writer, { number: late.number, occasion: 'urgent' }));
}
