import type { RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import type { Refused, Weighed } from '../refused.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** A refusal with its sentence. The table of all sentences is too large to be sent to browsers. */
export function refused(refusal: Refusal<RefusalCode>): Refused {
  return { ...refusal, sentence: refusalSentence(refusal) };
}

/** A step, row or act that a rule allows or refuses, with the sentence of its refusal. */
export function weighed<One extends { readonly refusal: Refusal<RefusalCode> | null }>(
  one: One,
): Weighed<One> {
  return { ...one, refusal: one.refusal && refused(one.refusal) };
}
