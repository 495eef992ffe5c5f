import type { Failure } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { rowSentence } from './row-sentence.ts';
import { spokenLocale } from './spoken-locale.ts';

/** One sentence for what a use case sent back, in the language of the terminal. */
export function failureSentence(failure: Failure): string {
  if (failure.kind === 'bad_input')
    return Object.entries(failure.fields)
      .map(([header, code]) => rowSentence({ line: 0, header, code }).replace('line 0, ', ''))
      .join('\n');
  const { code, data = {} } = failure.refusal;
  const text = (name: string) => String(data[name] ?? '');
  const options = { locale: spokenLocale() };
  switch (code) {
    case 'file_empty':
      return m.refusal_file_empty({}, options);
    case 'file_not_text':
      return m.refusal_file_not_text({}, options);
    case 'file_wrong_encoding':
      return m.refusal_file_wrong_encoding({ encoding: text('encoding') }, options);
    case 'file_line_too_long':
      return m.refusal_file_line_too_long({ line: text('line') }, options);
    case 'file_without_column':
      return m.refusal_file_without_column({ fields: text('fields'), headers: text('headers') }, options);
    case 'file_without_header':
      return m.refusal_file_without_header({ header: text('header'), headers: text('headers') }, options);
    case 'file_unknown_field':
      return m.refusal_file_unknown_field({ field: text('field'), known: text('known') }, options);
    case 'not_authorised':
      return m.refusal_not_authorised({}, options);
    case 'already_set_up':
      return m.refusal_already_set_up({}, options);
    default:
      return code;
  }
}
