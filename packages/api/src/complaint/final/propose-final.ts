import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeComplaint, type ComplaintAfter } from '../change-complaint.ts';
import { complaintRef } from '../complaint-ref.ts';

const schema = z.object({
  ...complaintRef,
  grounds: typedText(10, 2000),
  legalBasis: typedText(2, 500),
});

/** Proposes the final dossier (终结卷宗) of a case that is raised again without new reasons; a leader decides. */
export async function proposeFinal(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintAfter>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { grounds, legalBasis, ...ref } = parsed.value;
  return changeComplaint(house, actor, ref, { type: 'propose_final', grounds, legalBasis });
}
