import { describe, expect, it } from 'vitest';
import { formInput, typedValues } from './form-input.ts';

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('formInput', () => {
  it('nests by dots and makes lists of numbered rows, whatever their order', () => {
    const typed = form(
      ['problem', '卡住'],
      ['measures.1.text', '二'],
      ['measures.0.text', '一'],
      ['measures.0.dueOn', ''],
    );
    expect(formInput(typed)).toEqual({
      problem: '卡住',
      measures: [{ text: '一', dueOn: '' }, { text: '二' }],
    });
  });

  it('makes a list of what is ticked, even of one', () => {
    expect(formInput(form(['roles[]', 'clerk']))).toEqual({ roles: ['clerk'] });
    expect(formInput(form(['roles[]', 'clerk'], ['roles[]', 'leader']))).toEqual({
      roles: ['clerk', 'leader'],
    });
  });

  it('keeps the last of a name sent twice, and leaves out files and names of its own', () => {
    const data = form(['title', 'a'], ['title', 'b'], ['__rows', '3']);
    data.append('photo', new File(['x'], 'x.png'));
    expect(formInput(data)).toEqual({ title: 'b' });
  });

  it('takes a name as deep as a form may be, and leaves out a deeper one', () => {
    const deep = `a${'.a'.repeat(50_000)}`;
    expect(formInput(form(['a.b.c.d.e.f.g.h', '1'], [deep, '2'], ['b.c.d.e.f.g.h.i.j', '3']))).toEqual({
      a: { b: { c: { d: { e: { f: { g: { h: '1' } } } } } } },
    });
  });

  it('makes a list of very many without copying it for each', () => {
    const many = form(...Array.from({ length: 100_000 }, () => ['a[]', '1'] as [string, string]));
    expect((formInput(many)['a'] as string[]).length).toBe(100_000);
    expect((typedValues(many)['a[]'] as string[]).length).toBe(100_000);
  });

  it('does not reach into prototypes', () => {
    const input = formInput(
      form(
        ['__proto__.polluted', 'yes'],
        ['measures.__proto__.polluted', 'yes'],
        ['constructor.prototype.polluted', 'yes'],
      ),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(input)).toEqual(['constructor']);
  });
});

describe('typedValues', () => {
  it('gives back what was typed, but never a password', () => {
    const typed = form(
      ['login', 'wang'],
      ['password', 'secret'],
      ['newPassword', 'secret'],
      ['roles[]', 'clerk'],
    );
    expect(typedValues(typed)).toEqual({ login: 'wang', 'roles[]': ['clerk'] });
  });
});
