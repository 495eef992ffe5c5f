import type { RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { dayWords } from './day-words.ts';

type Sentence = (data: Readonly<Record<string, string | number>>) => string;

/** Why a rule said no, in words. A code without a sentence does not compile. */
export function refusalSentence({ code, data = {} }: Refusal<RefusalCode>, today: string): string {
  const sentence = m[`refusal_${code}`] as Sentence;
  const days = Object.entries(data).map(([name, value]) => [
    name,
    isDate(value) ? dayWords(value, today) : value,
  ]);
  return sentence(Object.fromEntries(days));
}

function isDate(value: string | number): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
