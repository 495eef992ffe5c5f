import { readPaper } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { bulletinFor } from './change-bulletin.ts';
import { makeDocx } from './paper/make-docx.ts';
import { paperOfBulletin } from './paper/paper-of-bulletin.ts';
import { bulletinIdOf } from './read-bulletin.ts';

export type BulletinPaper = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Whether it is the one that was published, or a preview. */
  readonly isFinal: boolean;
};

const schema = z.object({ ref: z.string().max(40) });

/** The bulletin as .docx: once published the very bytes that were kept, before that a preview. */
export async function makeBulletinPaper(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<BulletinPaper>> {
  const parsed = parseInput(schema, raw);
  const bulletinId = parsed.ok ? await bulletinIdOf(house, parsed.value.ref) : null;
  if (bulletinId === null) return refusal('not_found');
  const loaded = await bulletinFor(house, actor, { bulletinId });
  if (!loaded.ok) return loaded;
  const { state } = loaded.value;
  const kept = await readPaper(house.db, state.id);
  const paper = paperOfBulletin(state, null);
  return done({
    fileName: `${paper.title}.docx`,
    bytes: kept?.bytes ?? (await makeDocx(paper)),
    isFinal: kept !== null,
  });
}
