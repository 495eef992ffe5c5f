import type { InputCode } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

/** Least and most characters of a field, where it has limits. */
export type Limits = { readonly least?: number; readonly most?: number };

type Sentence = (data?: Readonly<Record<string, string | number>>) => string;

/** What is wrong with a field, in words; with the numbers where it is a matter of length. */
export function inputSentence(code: InputCode, typed: string, { least, most }: Limits = {}): string {
  if (code === 'too_long' && most !== undefined)
    return m.portal_too_long({ now: [...typed.trim()].length, most });
  if (code === 'too_short' && least !== undefined) return m.portal_too_short({ least });
  return (m[`input_${code}`] as Sentence)();
}
