import { m } from '@bihuan/ui/messages';

type Sentence = (inputs?: Readonly<Record<string, string>>) => string;

/**
 * The words of a policy by what they are for: kinds and fields are data, so that their keys are put together. A test looks that
 * every field has its words.
 */
export function policyWords(key: string, inputs: Readonly<Record<string, string>> = {}): string {
  const sentence = (m as unknown as Readonly<Record<string, Sentence | undefined>>)[`policy_${key}`];
  if (sentence === undefined) throw new Error(`no words for policy_${key}`);
  return sentence(inputs);
}

/** `threeRates.response` of scoring: `scoring_three_rates_response`. */
export function keyOfField(kind: string, path: string): string {
  return `${kind}_${path.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}
