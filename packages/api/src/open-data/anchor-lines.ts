import { readAnchors } from '@bihuan/db';
import type { House } from '../house.ts';
import type { DatasetLine } from './dataset.ts';

/** The anchor of every day, the latest first, for whoever wants to keep them apart from this house. */
export async function anchorLines({ db }: House): Promise<readonly DatasetLine<'anchors'>[]> {
  const anchors = await readAnchors(db.pool);
  return anchors
    .map(({ day, events, digest, previous }) => ({
      ...{ day, events, anchor_sha256: digest, previous_sha256: previous },
    }))
    .toReversed();
}
