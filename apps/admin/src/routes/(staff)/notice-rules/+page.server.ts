import {
  dropNoticeRulesDraft,
  publishNoticeRules,
  readNoticeRules,
  restoreNoticeRules,
  saveNoticeHours,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.notice_rules_title(),
  rules: valueOf(await readNoticeRules(event.locals.house, actorOf(event))),
});

const then = '/notice-rules';

export const actions: Actions = {
  publish: (event) => submitForm(event, publishNoticeRules, { then, flash: 'notices_published' }),
  drop: (event) => submitForm(event, dropNoticeRulesDraft, { then, flash: 'notices_dropped' }),
  hours: (event) => submitForm(event, saveNoticeHours, { then, flash: 'notices_drafted' }),
  restore: (event) => submitForm(event, restoreNoticeRules, { then, flash: 'notices_drafted' }),
};
