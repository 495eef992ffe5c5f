import type { PeriodTask } from '@bihuan/api';
import type { SheetCommandType, SheetEventType, SheetStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const sheetStatusTerm: Terms<SheetStatus> = {
  provisional: m.period_sheet_status_provisional,
  decided: m.period_sheet_status_decided,
  published: m.period_sheet_status_published,
  frozen: m.period_sheet_status_frozen,
  restating: m.period_sheet_status_restating,
  restated: m.period_sheet_status_restated,
};

export const SHEET_TONE: Readonly<Record<SheetStatus, Tone>> = {
  provisional: 'waiting',
  decided: 'active',
  published: 'good',
  frozen: 'neutral',
  restating: 'waiting',
  restated: 'paused',
};

export const sheetEventTerm = (type: SheetEventType): string => m[`period_sheet_event_${type}`]();

/** 公示稿 · 第1版 */
export const editionTerm = (edition: number): string =>
  edition === 0 ? m.period_sheet_edition_0() : m.period_sheet_edition_n({ edition: String(edition) });

/** What a step is called and what it will do; objections and rulings have forms of their own. */
export const SHEET_ACTIONS: Readonly<
  Record<
    Exclude<SheetCommandType, 'object' | 'uphold' | 'dismiss' | `${string}_last_place`>,
    { readonly title: () => string; readonly about: () => string }
  >
> = {
  close_objections: {
    title: m.period_sheet_do_close_objections,
    about: m.period_sheet_do_close_objections_about,
  },
  publish: { title: m.period_sheet_do_publish, about: m.period_sheet_do_publish_about },
  freeze: { title: m.period_sheet_do_freeze, about: m.period_sheet_do_freeze_about },
  correct_line: { title: m.period_sheet_do_correct_line, about: m.period_sheet_do_correct_line_about },
  propose_restatement: {
    title: m.period_sheet_do_propose_restatement,
    about: m.period_sheet_do_propose_restatement_about,
  },
  drop_restatement: {
    title: m.period_sheet_do_drop_restatement,
    about: m.period_sheet_do_drop_restatement_about,
  },
  sign_restatement: {
    title: m.period_sheet_do_sign_restatement,
    about: m.period_sheet_do_sign_restatement_about,
  },
};

/** What is to be done next, and by whom. */
export const TASKS: Readonly<
  Record<PeriodTask, { readonly name: (until: string) => string; readonly who: () => string }>
> = {
  wait_for_end: { name: () => m.period_sheet_task_wait_for_end(), who: () => '' },
  open: { name: () => m.period_sheet_task_open(), who: m.period_sheet_who_admin },
  wait_for_objections: {
    name: (until) => m.period_sheet_task_wait_for_objections({ until }),
    who: m.period_sheet_who_heads,
  },
  rule: { name: () => m.period_sheet_task_rule(), who: m.period_sheet_who_independent },
  close_objections: { name: () => m.period_sheet_task_close_objections(), who: m.period_sheet_who_admin },
  publish: { name: () => m.period_sheet_task_publish(), who: m.period_sheet_who_admin },
  freeze: { name: () => m.period_sheet_task_freeze(), who: m.period_sheet_who_admin },
  sign_restatement: {
    name: () => m.period_sheet_task_sign_restatement(),
    who: m.period_sheet_who_second,
  },
  none: { name: () => m.period_sheet_task_none(), who: () => '' },
};
