import { FIRST_NOTICES, listNoticeVersions, readNames } from '@bihuan/db';
import {
  audiencesOf,
  channelsOf,
  isComplainant,
  NOTICE_EVENTS,
  TEMPLATE_KINDS,
  variablesOf,
  type Actor,
  type Audience,
  type NoticeChannel,
  type NoticeEvent,
  type NoticeLocale,
  type Template,
  type TemplateKind,
  type Variable,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { readNoticeWork } from './change-notice-draft.ts';
import { mayEditNotices } from './may-edit-notices.ts';
import { standing } from './notice-rules-in-force.ts';
import { templateKey } from './template-input.ts';

export type NoticeRow = {
  readonly audience: Audience;
  readonly allowed: readonly NoticeChannel[];
  readonly channels: readonly NoticeChannel[];
};

export type NoticeRulesPage = {
  readonly seen: string;
  readonly publishedNumber: number;
  readonly draftNumber: number | null;
  readonly quiet: { readonly from: string; readonly to: string };
  readonly office: { readonly from: string; readonly to: string };
  readonly events: readonly { readonly event: NoticeEvent; readonly rows: readonly NoticeRow[] }[];
  /** Newest first. */
  readonly versions: readonly {
    readonly number: number;
    readonly status: 'draft' | 'published';
    readonly note: string;
    readonly at: string;
    readonly by: string;
  }[];
};

/** Who hears of what as it is drafted, else as it is in force, and the versions so far. */
export async function readNoticeRules(house: House, actor: Actor): Promise<Result<NoticeRulesPage>> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const [work, versions] = await Promise.all([readNoticeWork(house), listNoticeVersions(house.db)]);
  const byIds = versions.map((one) => one.publishedById ?? one.createdById).filter((id) => id !== null);
  const { people } = await readNames(house.db, [], byIds);
  const rules = standing(0, work.rules);
  return done({
    seen: work.seen,
    publishedNumber: work.published?.number ?? 0,
    draftNumber: work.draft?.number ?? null,
    quiet: rules.quiet,
    office: rules.office,
    events: NOTICE_EVENTS.map((event) => ({
      event,
      rows: audiencesOf(event).map((audience) => ({
        audience,
        allowed: channelsOf(audience),
        channels: rules.channels(event, audience),
      })),
    })),
    versions: versions.map(
      ({ number, status, note, publishedAt, changedAt, publishedById, createdById }) => ({
        ...{ number, status, note },
        at: publishedAt ?? changedAt,
        by: people.get(publishedById ?? createdById ?? '')?.name ?? '',
      }),
    ),
  });
}

export type NoticeTemplatePage = {
  readonly seen: string;
  readonly words: Readonly<Record<NoticeLocale, Pick<Template, 'subject' | 'body'>>>;
  readonly variables: readonly Variable[];
  /** Categories with words of their own for this template. */
  readonly ownCategories: readonly string[];
  readonly categories: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[];
};

const LOCALES = ['zh-CN', 'en'] as const;

/** One template as it is drafted, else as it is in force. */
export async function readNoticeTemplate(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<NoticeTemplatePage>> {
  const parsed = parseInput(templateKey, raw);
  if (!mayEditNotices(actor) || !parsed.ok) return refusal('not_found');
  const key = parsed.value;
  if (!kindsOf(key.event, key.to).includes(key.kind)) return refusal('not_found');
  const [work, categories] = await Promise.all([
    readNoticeWork(house),
    house.db.prisma.category.findMany({ where: { isActive: true }, orderBy: { position: 'asc' } }),
  ]);
  const rules = standing(0, work.rules);
  const words = Object.fromEntries(
    LOCALES.map((locale) => {
      const { subject = '', body = '' } = rules.template({ ...key, locale }) ?? {};
      return [locale, { subject, body }];
    }),
  ) as NoticeTemplatePage['words'];
  const own = [...work.rules.templates, ...FIRST_NOTICES.templates].filter(
    ({ event, to, kind, category }) =>
      event === key.event && to === key.to && kind === key.kind && category !== '',
  );
  return done({
    ...{ seen: work.seen, words, variables: variablesOf(key.event, key.to) },
    ownCategories: [...new Set(own.map(({ category }) => category))],
    categories: categories.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  });
}

/** Which kinds of template an event has for one side; empty where that side is never told of it. */
export function kindsOf(event: NoticeEvent, to: 'complainant' | 'staff'): readonly TemplateKind[] {
  const side = audiencesOf(event).filter((audience) => isComplainant(audience) === (to === 'complainant'));
  if (side.length === 0) return [];
  return to === 'complainant' ? ['email', 'short'] : TEMPLATE_KINDS;
}

const eventOnly = z.object({ event: templateKey.shape.event });

/** One event: who hears of it, and its templates on either side. */
export async function readNoticeEvent(house: House, actor: Actor, raw: unknown) {
  const parsed = parseInput(eventOnly, raw);
  const page = await readNoticeRules(house, actor);
  if (!page.ok || !parsed.ok) return refusal('not_found');
  const { event } = parsed.value;
  const rules = standing(0, (await readNoticeWork(house)).rules);
  const templates = (['complainant', 'staff'] as const).flatMap((to) =>
    kindsOf(event, to).map((kind) => {
      const template = rules.template({ event, to, kind, locale: 'zh-CN', category: '' });
      return { to, kind, subject: template?.subject ?? '', body: template?.body ?? '' };
    }),
  );
  const rows = page.value.events.find((one) => one.event === event)?.rows ?? [];
  const { seen, draftNumber, publishedNumber } = page.value;
  return done({ event, rows, templates, seen, draftNumber, publishedNumber });
}
