import type { DemandKind } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';

/** What the burden meter counts, by its words. */
export const demandTerm: Readonly<Record<DemandKind | 'all', () => string>> = {
  all: m.burden_all,
  report: m.burden_report,
  visit: m.burden_visit,
  talk: m.burden_talk,
  card: m.burden_card,
  directive: m.burden_directive,
  meeting: m.burden_meeting,
  inquiry: m.burden_inquiry,
};

/** A month, `2026-10`: 2026年10月 · Oct 2026. */
export function monthText(month: string): string {
  const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
  const parts = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(new Date(`${month}-01T00:00:00Z`));
}
