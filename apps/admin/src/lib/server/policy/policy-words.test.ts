import { EDITABLE_KINDS, editablePolicy } from '@bihuan/api';
import { fieldsOf } from '@bihuan/api/domain';
import { expect, it } from 'vitest';
import { keyOfField, policyWords } from './policy-words.ts';

it('has a label and a sentence for every field of every kind, and a name for every section', () => {
  for (const kind of EDITABLE_KINDS) {
    const descriptor = editablePolicy(kind)?.descriptor;
    if (descriptor === undefined) throw new Error(kind);
    expect(policyWords(`kind_${kind}`)).not.toBe('');
    for (const { name } of descriptor.sections) expect(policyWords(`${kind}_section_${name}`)).not.toBe('');
    const paths = fieldsOf(descriptor).flatMap((field) =>
      field.type === 'rows'
        ? [field.name, ...field.columns.map(({ name }) => `${field.name}.${name}`)]
        : [field.name],
    );
    for (const path of paths) {
      expect(policyWords(keyOfField(kind, path))).not.toBe('');
      expect(policyWords(`${keyOfField(kind, path)}_about`)).not.toBe('');
    }
  }
});
