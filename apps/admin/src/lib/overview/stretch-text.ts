import { getLocale } from '@bihuan/ui/runtime';
import { periodText } from '#lib/appraisal/period-text.ts';

/** A month or a quarter in words: `2026-10` → 2026年10月, `2026-Q4` → 2026年第4季度. */
export function stretchText(key: string): string {
  if (key.includes('Q')) return periodText(key);
  const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${key}-01T00:00:00Z`));
}
