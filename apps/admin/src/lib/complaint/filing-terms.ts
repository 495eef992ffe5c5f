import type { Channel, ComplainantKind, Openness, Relation } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const channelTerm: Terms<Channel> = {
  portal: m.channel_portal,
  walk_in: m.channel_walk_in,
  phone: m.channel_phone,
  transfer_12345: m.channel_transfer_12345,
  api: m.channel_api,
};

export const complainantKindTerm: Terms<ComplainantKind> = {
  citizen: m.complainant_kind_citizen,
  enterprise: m.complainant_kind_enterprise,
};

export const opennessTerm: Terms<Openness> = {
  open: m.openness_open,
  confidential: m.openness_confidential,
  anonymous: m.openness_anonymous,
};

export const relationTerm: Terms<Relation> = {
  family: m.relation_family,
  employee: m.relation_employee,
  agent: m.relation_agent,
  neighbour: m.relation_neighbour,
  community_worker: m.relation_community_worker,
  other: m.relation_other,
};
