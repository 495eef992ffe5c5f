import { decideAttachment, type Actor, type Area } from '@bihuan/domain';
import sharp from 'sharp';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, seenVersion, typedNumber } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { attachmentForOffice, changeAttachment, type ChangedAttachment } from './change-attachment.ts';
import { copyKey, redactedKey } from './file-keys.ts';
import { putSealed, sha256Of } from './keep-file.ts';
import { readSealed } from './read-attachment.ts';

const MOST_AREAS = 40;
/** Thousandths of the image's width or height. */
const edge = typedNumber(0, 1000);

const schema = z.object({
  attachmentId: z.uuid('required'),
  version: seenVersion,
  areas: z
    .array(z.object({ left: edge, top: edge, width: edge, height: edge }), 'required')
    .max(MOST_AREAS, 'out_of_range')
    .default([]),
});

/**
 * Covers parts of an image. The covered copy takes the place of the image for everybody of the office and, once released,
 * for the departments; the original stays sealed. Covering again begins from the whole image.
 */
export async function redactAttachment(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedAttachment>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { attachmentId, version, areas } = parsed.value;
  const found = await attachmentForOffice(house, actor, attachmentId);
  if (!found.ok) return found;
  const { state, keyId } = found.value;
  const asked = decideAttachment(state, { type: 'redact', areas, sha256: '' }, { actor, now: house.now() });
  if (!asked.ok) return { ok: false, kind: 'refusal', refusal: asked.refusal };
  const covered = await cover(await readSealed(house, copyKey(attachmentId), keyId), areas);
  const sha256 = sha256Of(covered);
  await putSealed(house, redactedKey(attachmentId, sha256), covered);
  const changed = await changeAttachment(
    house,
    actor,
    { attachmentId, version },
    { type: 'redact', areas, sha256 },
  );
  const earlier = state.redaction?.sha256;
  if (changed.ok && earlier !== undefined && earlier !== sha256)
    await house.files.remove(redactedKey(attachmentId, earlier));
  return changed;
}

/** The image with the areas drawn over in one colour; nothing of what was under them is in the bytes. */
async function cover(image: Buffer, areas: readonly Area[]): Promise<Buffer> {
  const { width, height } = await sharp(image).metadata();
  const boxes = areas.map((area) => ({
    left: Math.floor((area.left * width) / 1000),
    top: Math.floor((area.top * height) / 1000),
    width: Math.max(1, Math.ceil((area.width * width) / 1000)),
    height: Math.max(1, Math.ceil((area.height * height) / 1000)),
  }));
  const overlays = boxes.map(({ left, top, ...size }) => ({
    input: {
      create: {
        width: Math.min(size.width, width - left),
        height: Math.min(size.height, height - top),
        channels: 3 as const,
        background: '#111',
      },
    },
    left,
    top,
  }));
  return sharp(image).composite(overlays).webp({ quality: 82 }).toBuffer();
}
