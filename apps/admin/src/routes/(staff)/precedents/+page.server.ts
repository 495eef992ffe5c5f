import { listCategories, listPrecedents, answerableDepartments } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const asked = {
    text: event.url.searchParams.get('text') ?? '',
    category: event.url.searchParams.get('category') ?? '',
    departmentId: event.url.searchParams.get('departmentId') ?? '',
    ruling: event.url.searchParams.get('ruling') ?? '',
    after: event.url.searchParams.get('after') ?? '',
  };
  return {
    title: m.intake_precedents(),
    asked,
    list: valueOf(await listPrecedents(house, actorOf(event), asked)),
    categories: await listCategories(house),
    departments: await answerableDepartments(house),
  };
};
