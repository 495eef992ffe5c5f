import { loadBulletin, readBulletinList, type ListedBulletin } from '@bihuan/db';
import { lawfulBulletinCommands, type StaffActor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { seesUnpublished } from './bulletin-scope.ts';

const MOST = 20;

/** Drafts of bulletins and special reports that this person may approve: another wrote them. */
export async function waitingBulletins(house: House, actor: StaffActor): Promise<readonly ListedBulletin[]> {
  if (!seesUnpublished(actor)) return [];
  const drafts = [
    ...(await readBulletinList(house.db, 'monthly', ['draft'], MOST)),
    ...(await readBulletinList(house.db, 'special', ['draft'], MOST)),
  ];
  const may = await Promise.all(
    drafts.map(async ({ id }) => {
      const loaded = await loadBulletin(house.db, id);
      return loaded !== null && lawfulBulletinCommands(loaded.state, actor).includes('approve');
    }),
  );
  return drafts.filter((_, index) => may[index]);
}
