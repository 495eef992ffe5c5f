import { bringImport, listImports } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { setFlash } from '#lib/server/flash-cookie.ts';
import { actorOf, sendBack, valueOf } from '#lib/server/run-use-case.ts';
import { uploadOf } from '#lib/server/upload-of.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.intake_import(),
  imports: valueOf(await listImports(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  bring: async (event) => {
    const sent = await bringImport(event.locals.house, actorOf(event), uploadOf(event.request));
    if (!sent.ok) return sendBack(event, new FormData(), sent);
    setFlash(event.cookies, 'import_brought');
    redirect(303, `/import/${sent.value.importId}`);
  },
};
