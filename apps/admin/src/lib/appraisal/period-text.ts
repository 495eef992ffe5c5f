import { m } from '@bihuan/ui/messages';

/** A quarter in words: 2026-Q4 → 2026年第4季度 · Q4 2026. */
export function periodText(period: string): string {
  const [year = '', quarter = ''] = period.split('-Q');
  return m.supervision_quarter({ year, quarter });
}
