import type { Openness } from '../complaint/complaint.ts';
import type { Instant } from '../calendar/index.ts';
import { happened, refused, type Decision } from '../decision.ts';
import { hasRole, type Actor } from '../people/actor.ts';
import type { Area, Attachment, AttachmentAccess } from './attachment.ts';
import type { AttachmentCommand } from './attachment-command.ts';
import type { AttachmentEvent } from './attachment-event.ts';

export type AttachmentRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'only_images_redacted'
  | 'no_area'
  | 'area_outside';

/** Who may see a new file. A department sees it at once only in an open case whose complainant said so. */
export function firstAccess(openness: Openness, isForDepartment: boolean): AttachmentAccess {
  return openness === 'open' && isForDepartment ? 'department' : 'office';
}

/** What a command does to an attachment, or the rule that refuses it. Triage decides what leaves the office. */
export function decideAttachment(
  state: Attachment,
  command: AttachmentCommand,
  { actor, now: at }: { readonly actor: Actor; readonly now: Instant },
): Decision<AttachmentEvent, AttachmentRefusal> {
  if (!hasRole(actor, 'triage_admin')) return refused('not_authorised');
  const isEvidence = state.evidence !== null;
  switch (command.type) {
    case 'redact': {
      const { areas, sha256 } = command;
      if (state.kind !== 'image') return refused('only_images_redacted');
      if (areas.length === 0) return refused('no_area');
      if (!areas.every(isInside)) return refused('area_outside');
      return happened({ type: 'AttachmentRedacted', at, areas, sha256 });
    }
    case 'release':
      return state.access === 'department'
        ? refused('illegal_move')
        : happened({ type: 'AttachmentReleased', at });
    case 'withhold':
      // Whoever may see the item or the finding may see its evidence.
      return state.access === 'office' || isEvidence
        ? refused('illegal_move')
        : happened({ type: 'AttachmentWithheld', at });
    case 'open_original':
      return happened({ type: 'OriginalOpened', at, reason: command.reason });
  }
}

function isInside({ left, top, width, height }: Area): boolean {
  const isWhole = [left, top, width, height].every(Number.isInteger);
  return (
    isWhole &&
    left >= 0 &&
    top >= 0 &&
    width > 0 &&
    height > 0 &&
    left + width <= 1000 &&
    top + height <= 1000
  );
}
