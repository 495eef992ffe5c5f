import type { RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';

/** A rule's no as pages get it: with the sentence that says why, in the language of the reader. */
export type Refused = Refusal<RefusalCode> & { readonly sentence: string };

/** What a rule allows or refuses, as pages get it. */
export type Weighed<One> = Omit<One, 'refusal'> & { readonly refusal: Refused | null };
