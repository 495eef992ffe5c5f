import {
  changeCategory,
  closeCategory,
  createCategory,
  listCategoryTree,
  listConfigurationChanges,
  saveCategoryQuestion,
  undoCategoryChange,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const changes = await listConfigurationChanges(house, actor, { subjects: ['category', 'question'] });
  return {
    title: m.conf_categories(),
    tree: valueOf(await listCategoryTree(house, actor)),
    asked: event.url.searchParams.get('category') ?? '',
    changes: changes.ok ? changes.value : null,
    mayChange: actor.roles.includes('system_admin'),
  };
};

function saves(useCase: UseCase<{ readonly code: string }>) {
  return (event: RequestEvent) => {
    const asked = event.url.searchParams.get('category');
    const then = asked === null ? '/categories' : `/categories?category=${encodeURIComponent(asked)}`;
    return submitForm(event, useCase, { then, flash: 'saved' });
  };
}

export const actions: Actions = {
  create: saves(createCategory),
  change: saves(changeCategory),
  close: saves(closeCategory),
  undo: saves(undoCategoryChange),
  question: saves(saveCategoryQuestion),
};
