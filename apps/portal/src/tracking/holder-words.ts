import type { Holder } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { localName } from '../words/local-name.ts';

/** With whom the matter lies, in words. */
export function holderWords(holder: Holder | null): string {
  if (holder === null) return m.portal_holder_nobody();
  if (holder.kind !== 'department') return m[`portal_holder_${holder.kind}`]();
  return m.portal_holder_lead({ department: localName(holder.department) });
}
