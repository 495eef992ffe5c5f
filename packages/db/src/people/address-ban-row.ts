import type { AddressBan } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `address_ban` that its events fold to; the hash of the address is kept beside them, and only for a time. */
export function addressBanRow(ban: AddressBan, head: StreamHead) {
  return {
    id: ban.id,
    reason: ban.reason,
    banned_at: ban.bannedAt,
    until_on: ban.until,
    lifted_at: ban.liftedAt,
    version: head.version,
    head_hash: head.hash,
  };
}
