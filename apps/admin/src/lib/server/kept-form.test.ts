import { expect, it } from 'vitest';
import { keptFields } from '../kept-fields.ts';
import { keptForm } from './kept-form.ts';

it('keeps names and values of a form, whatever is in them, and no files', () => {
  const form = new FormData();
  form.append('text', '第一行\n"第二行"');
  form.append('roles[]', 'clerk');
  form.append('roles[]', 'leader');
  form.append('photo', new File(['x'], 'x.png'));
  expect(keptFields(keptForm(form))).toEqual([
    ['text', '第一行\n"第二行"'],
    ['roles[]', 'clerk'],
    ['roles[]', 'leader'],
  ]);
});

it('leaves out lines that are no pair of texts', () => {
  expect(keptFields(['["a","b"]', '["a",1]', '{}', '"a"'])).toEqual([['a', 'b']]);
});
