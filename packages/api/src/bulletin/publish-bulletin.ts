import { createHash } from 'node:crypto';
import { bulletinHash, keepPaper } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { bulletinRef, changeBulletin, type ChangedBulletin } from './change-bulletin.ts';
import { makeDocx } from './paper/make-docx.ts';
import { paperOfBulletin } from './paper/paper-of-bulletin.ts';

const schema = z.object(bulletinRef);

/**
 * Publishes what was approved and freezes it: the paper is set, kept byte for byte, and its hash stands in the chain. A
 * monthly bulletin is on the portal from then on; a special report goes upward and never there.
 */
export async function publishBulletin(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedBulletin>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  let paper: { readonly bytes: Uint8Array; readonly sha256: string } | null = null;
  return changeBulletin(
    house,
    actor,
    parsed.value,
    async (state) => {
      const bytes = await makeDocx(paperOfBulletin(state, house.now()));
      paper = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      const number = 'number' in state ? state.number : '';
      return done({
        type: 'publish',
        contentHash: bulletinHash(state, number),
        documentHash: paper.sha256,
      });
    },
    ({ id }) => (paper === null ? [] : [keepPaper(id, paper.sha256, paper.bytes)]),
  );
}
