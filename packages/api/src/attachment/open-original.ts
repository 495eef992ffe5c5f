import { insertContactLook } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { changeAttachment } from './change-attachment.ts';
import { originalKey } from './file-keys.ts';
import { TAKEN_TYPES } from './inspect/file-types.ts';
import { readSealed, type ServedFile } from './read-attachment.ts';

const schema = z.object({ attachmentId: z.uuid('required'), reason: typedText(2, 200) });

/**
 * Hands triage the file as it came, with whatever it carries. The look is recorded with its reason before anything is
 * handed out, and the complainant can read it.
 */
export async function openOriginal(house: House, actor: Actor, raw: unknown): Promise<Result<ServedFile>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { attachmentId, reason } = parsed.value;
  if (actor.kind !== 'staff') return refusal('not_found');
  const attachment = await house.db.prisma.attachmentRow.findUnique({ where: { id: attachmentId } });
  if (attachment === null) return refusal('not_found');
  const { complaintId, type } = attachment;
  // Evidence was put there by staff; nobody outside is told of a look at it. Its event keeps the reason.
  const looks =
    complaintId === null
      ? []
      : [
          insertContactLook({
            ...{ id: house.newId(), complaintId, staffId: actor.staffId },
            ...{ at: house.now(), reason },
          }),
        ];
  const opened = await changeAttachment(
    house,
    actor,
    { attachmentId },
    { type: 'open_original', reason },
    looks,
  );
  if (!opened.ok) return opened;
  const bytes = await readSealed(house, originalKey(attachmentId), opened.value.keyId);
  const name = `original-${attachmentId.slice(0, 8)}.${TAKEN_TYPES[type]?.ending ?? 'bin'}`;
  return done({ bytes, type, name, isInline: false });
}
