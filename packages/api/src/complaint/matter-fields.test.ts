import { expect, test } from 'vitest';
import { parseInput } from '../parse-input.ts';
import { matterSchema } from './matter-schema.ts';
import { maskContact } from './mask-contact.ts';

const WHOLE = { name: '欧阳反映', phone: '13712345678', email: 'planted@example.org' };
const MATTER = {
  ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential', ...WHOLE },
  title: '社保转移材料反复补正',
  body: '社保转移接续材料交了三次，窗口每次要求补的都不一样。',
};

test('contact data as it is may be kept', () => {
  expect(parseInput(matterSchema, MATTER).ok).toBe(true);
});

test.each(Object.keys(WHOLE) as (keyof typeof WHOLE)[])('a masked %s can never be saved back', (field) => {
  const masked = maskContact(WHOLE)[field];
  expect(masked).toContain('*');
  for (const value of [masked, masked.replaceAll('*', '＊'), ` ${masked} `])
    expect(parseInput(matterSchema, { ...MATTER, [field]: value })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { [field]: 'masked_value' },
    });
});
