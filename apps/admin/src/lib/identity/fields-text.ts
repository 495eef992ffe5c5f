import type { IdentityField } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { identityFieldTerm } from './identity-terms.ts';

/** Name, phone and email in words, one after another; what is not known is left out. */
export function fieldsText(fields: readonly string[]): string {
  return fields
    .filter((field): field is IdentityField => field in identityFieldTerm)
    .map((field) => identityFieldTerm[field]())
    .join(m.firewall_separator());
}
