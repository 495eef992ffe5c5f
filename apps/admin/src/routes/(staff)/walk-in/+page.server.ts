import { randomUUID } from 'node:crypto';
import {
  listCategories,
  listDepartments,
  listTextModules,
  logWalkIn,
  previewComplexities,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { error, redirect } from '@sveltejs/kit';
import { formInput } from '#lib/server/form-input.ts';
import { keepReceipt } from '#lib/server/receipt-cookie.ts';
import { actorOf, sendBack, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  if (!actor.roles.includes('clerk')) error(404);
  const departments = valueOf(await listDepartments(house, actor)).filter(
    ({ kind }) => kind === 'department',
  );
  const [categories, dates, modules] = await Promise.all([
    listCategories(house),
    previewComplexities(house),
    listTextModules(house, actor),
  ]);
  return {
    ...{ title: m.admin_nav_walk_in(), departments, categories, dates },
    modules: valueOf(modules),
    staffId: actor.staffId,
    once: randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = { ...formInput(form), locale: 'zh-CN' };
    const result = await logWalkIn(event.locals.house, actorOf(event), input);
    if (!result.ok) return sendBack(event, form, result);
    keepReceipt(event.cookies, result.value);
    const print = form.get('then') === 'print' ? '?print' : '';
    redirect(303, `/walk-in/${result.value.complaintId}${print}`);
  },
};
