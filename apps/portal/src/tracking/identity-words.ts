import { IDENTITY_FIELDS } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

/** Name, phone and email in words, one after another. */
export function identityWords(fields: readonly string[]): string {
  return IDENTITY_FIELDS.filter((field) => fields.includes(field))
    .map((field) => m[`firewall_field_${field}`]())
    .join(m.firewall_separator());
}
