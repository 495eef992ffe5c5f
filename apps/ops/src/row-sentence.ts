import type { RowError } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { spokenLocale } from './spoken-locale.ts';

/** `line 12, phone: …`, in the language of the terminal. */
export function rowSentence({ line, header, code, data = {} }: RowError): string {
  const text = (name: string) => String(data[name] ?? '');
  const inputs = { found: text('found'), wanted: text('wanted'), line: text('line') };
  const sentence = m[`input_${code}`](inputs, { locale: spokenLocale() });
  return header === '' ? `line ${line}: ${sentence}` : `line ${line}, ${header}: ${sentence}`;
}
