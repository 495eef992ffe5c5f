import { draftBulletin, draftSpecialReport, listBulletins, type ChangedBulletin } from '@bihuan/api';
import { hasRole } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  return {
    title: m.bulletin_title(),
    list: valueOf(await listBulletins(event.locals.house, actor)),
    mayDraft: hasRole(actor, 'triage_admin'),
  };
};

const thither = {
  then: ({ month, bulletinId }: ChangedBulletin) => `/bulletins/${month ?? bulletinId}`,
  flash: 'bulletin_drafted',
} as const;

export const actions = {
  draft: (event) => submitForm(event, draftBulletin, thither),
  draft_special: (event) => submitForm(event, draftSpecialReport, thither),
} satisfies Actions;
