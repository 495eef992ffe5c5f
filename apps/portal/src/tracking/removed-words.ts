import type { Tracking } from '@bihuan/api';
import { localDateOf } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { dayWords } from '../words/day-words.ts';

/** The one sentence on contact data that was removed: when, and by which version of the rules. */
export function removedWords({ at, rulesVersion }: NonNullable<Tracking['contactRemoved']>): string {
  return m.retention_sentence({ day: dayWords(localDateOf(at), ''), version: rulesVersion });
}
