import type { Substitution } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `substitution`, all of which its events fold to. */
export function substitutionRow(substitution: Substitution, head: StreamHead) {
  return {
    id: substitution.id,
    staff_id: substitution.staffId,
    substitute_id: substitution.substituteId,
    from_on: substitution.from,
    to_on: substitution.to,
    ended_at: substitution.endedAt,
    version: head.version,
    head_hash: head.hash,
  };
}
