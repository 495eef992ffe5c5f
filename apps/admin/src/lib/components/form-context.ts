import { getContext, setContext } from 'svelte';
import { typedIn, type FormAnswer } from '../form-answer.ts';

type Source = {
  readonly answer: FormAnswer | null;
  /** Goes before the ids of fields, where a page has several forms with fields of the same name. */
  readonly prefix: string;
};

const KEY = Symbol('form');

/** Makes the answer known to the fields inside a form. */
export function provideAnswer(source: Source): void {
  setContext(KEY, source);
}

/** What the form around a field was sent back with, for that field. */
export function fieldAnswer() {
  const source = getContext<Source | undefined>(KEY);
  return {
    id: (name: string) => `${source?.prefix ?? ''}${name.replace(/\[\]$/, '')}`,
    typed: (name: string, otherwise: string) => typedIn(source?.answer ?? null, name, otherwise),
    list: (name: string, otherwise: readonly string[]): readonly string[] => {
      if (!source?.answer) return otherwise;
      const value = source.answer.values[name];
      return Array.isArray(value) ? value : [];
    },
    /** How many lines of a list were sent: `exceptions.0.category` and `exceptions.1.category` are two. */
    lines: (name: string): number =>
      Object.keys(source?.answer?.values ?? {}).reduce((most, key) => {
        const [list, index = ''] = key.split('.');
        return list === name && /^\d{1,3}$/.test(index) ? Math.max(most, Number(index) + 1) : most;
      }, 0),
    error: (name: string): string | null => source?.answer?.fields[name.replace(/\[\]$/, '')] ?? null,
  };
}
