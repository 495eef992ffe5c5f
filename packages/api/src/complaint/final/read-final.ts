import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { dossierOf, signFinal, type SignedFinal } from './sign-final.ts';

const schema = z.object({ complaintId: z.uuid('required') });

/** The signed final answer of one's own complaint; `not_found` for others, and before it was approved. */
export async function readFinal(house: House, actor: Actor, raw: unknown): Promise<Result<SignedFinal>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  if (actor.kind !== 'complainant' || actor.complaintId !== complaintId) return refusal('not_found');
  const dossier = await dossierOf(house, complaintId);
  const signed = dossier === null ? null : await signFinal(house, dossier);
  return signed === null ? refusal('not_found') : done(signed);
}
