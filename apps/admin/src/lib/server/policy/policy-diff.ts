import type { PolicyNames } from '@bihuan/api';
import type { PolicyChange } from '@bihuan/api/domain';
import type { ChangeView } from '#lib/policy/policy-view.ts';
import { keyOfField, policyWords } from './policy-words.ts';
import { quantityText, rowText, valueText } from './value-text.ts';

/** What differs between two versions: old, new, and in a sentence. */
export function policyDiff(
  kind: string,
  changes: readonly PolicyChange[],
  names: PolicyNames,
): readonly ChangeView[] {
  return changes.map(({ field, before: was, after: is }) => {
    const label = policyWords(keyOfField(kind, field.name));
    if (field.type === 'rows') {
      const before = was === null ? '' : rowText(kind, field, was, names);
      const after = is === null ? '' : rowText(kind, field, is, names);
      const key = was === null ? 'change_added' : is === null ? 'change_removed' : 'change_sentence';
      return { label, before, after, sentence: policyWords(key, { label, before, after }) };
    }
    const [before, after] = [valueText(field, was, names), valueText(field, is, names)];
    if (field.type === 'number' && typeof was === 'number' && typeof is === 'number') {
      const by = quantityText(field.unit, Math.abs(is - was));
      // A penalty that grows is a number that falls: only what is above nothing is called more or less.
      const isPlain = was >= 0 && is >= 0 && field.unit !== 'day_of_month';
      const key = !isPlain ? 'change_sentence' : is > was ? 'change_more' : 'change_less';
      return { label, before, after, sentence: policyWords(key, { label, before, after, by }) };
    }
    return { label, before, after, sentence: policyWords('change_sentence', { label, before, after }) };
  });
}
