import type { ComplaintPage } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { dayOfMoment } from '#lib/dates.ts';

/** The one sentence on contact data that was removed: when, and by which version of the rules. */
export function removedText({ at, rulesVersion }: NonNullable<ComplaintPage['contactRemoved']>): string {
  return m.retention_sentence({ day: dayOfMoment(at), version: rulesVersion });
}
