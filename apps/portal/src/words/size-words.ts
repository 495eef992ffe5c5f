import { m } from '@bihuan/ui/messages';

/** How large a file is. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return m.files_kilobytes({ count: String(Math.max(1, Math.round(bytes / 1000))) });
  return m.files_megabytes({ count: (bytes / 1_000_000).toFixed(1) });
}
