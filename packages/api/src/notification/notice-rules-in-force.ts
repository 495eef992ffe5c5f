import { FIRST_NOTICES, latestNoticeVersion } from '@bihuan/db';
import {
  channelsFor,
  templateFor,
  type Audience,
  type NoticeChannel,
  type NoticeEvent,
  type NoticeRules,
  type Template,
  type TemplateKey,
} from '@bihuan/domain';
import type { House } from '../house.ts';

const KEEP_MS = 5000;

type Known = { readonly until: number; readonly rules: Promise<NoticeRulesInForce> };

const known = new WeakMap<House['db'], Known>();

/** The rules that are published, standing on those that every installation starts from. */
export type NoticeRulesInForce = {
  readonly version: number;
  readonly quiet: NoticeRules['quiet'];
  readonly office: NoticeRules['office'];
  channels(event: NoticeEvent, audience: Audience): readonly NoticeChannel[];
  template(key: TemplateKey): Template | null;
};

/** The rules in force; read again at most every five seconds. */
export function noticeRulesOf(house: Pick<House, 'db'>): Promise<NoticeRulesInForce> {
  const kept = known.get(house.db);
  if (kept !== undefined && kept.until > performance.now()) return kept.rules;
  const rules = latestNoticeVersion(house.db, 'published').then((version) =>
    standing(version?.number ?? 0, version?.rules ?? FIRST_NOTICES),
  );
  known.set(house.db, { until: performance.now() + KEEP_MS, rules });
  rules.catch(() => known.delete(house.db));
  return rules;
}

/** Drops what is kept, after rules were published in this process. */
export function forgetNoticeRules(house: Pick<House, 'db'>): void {
  known.delete(house.db);
}

/** An event that a version does not know of yet is told as every installation starts. */
export function standing(version: number, rules: NoticeRules): NoticeRulesInForce {
  const matrix = { ...FIRST_NOTICES.matrix, ...rules.matrix };
  return {
    version,
    quiet: rules.quiet,
    office: rules.office,
    channels: (event, audience) => channelsFor({ matrix }, event, audience),
    template: (key) => templateFor(rules.templates, key) ?? templateFor(FIRST_NOTICES.templates, key),
  };
}
