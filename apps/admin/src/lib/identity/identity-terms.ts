import type { AccessStatus, IdentityField } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const accessStatusTerm: Terms<AccessStatus> = {
  requested: m.firewall_status_requested,
  refused: m.firewall_status_refused,
  granted: m.firewall_status_granted,
  consented: m.firewall_status_consented,
  denied: m.firewall_status_denied,
  revoked: m.firewall_status_revoked,
  withdrawn: m.firewall_status_withdrawn,
};

export const identityFieldTerm: Terms<IdentityField> = {
  name: m.firewall_field_name,
  phone: m.firewall_field_phone,
  email: m.firewall_field_email,
};
