import type { Instant } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintDecision } from './complaint-decision.ts';

type RetentionCommand = ComplaintCommand & { type: 'remove_contact' | 'place_hold' | 'lift_hold' };

/** Removes contact data whose term is over, or holds a case so that nothing of it is removed. */
export function decideRetention(
  { hold, contactRemoved }: Complaint,
  command: RetentionCommand,
  at: Instant,
): ComplaintDecision {
  switch (command.type) {
    case 'remove_contact':
      if (hold !== null) return refused('held');
      if (contactRemoved !== null) return refused('contact_removed_already');
      return happened({ type: 'ContactRemoved', at, rulesVersion: command.rulesVersion });
    case 'place_hold':
      if (hold !== null) return refused('held_already');
      return happened({ type: 'LegalHoldPlaced', at, reason: command.reason });
    case 'lift_hold':
      if (hold === null) return refused('not_held');
      return happened({ type: 'LegalHoldLifted', at, reason: command.reason });
  }
}
