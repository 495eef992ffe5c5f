import { describe, expect, it } from 'vitest';
import { blankFiling, filedMatter, typedFiling } from './filing-form.ts';

describe('typedFiling', () => {
  it('keeps what was typed and its token, and drops what is no field', () => {
    const typed = typedFiling({ title: ' 跑了三趟 ', once: 'AAAAAAAAAAAAAAAAAAAAAA', isAdmin: '1' });
    expect(typed).toMatchObject({ title: ' 跑了三趟 ', body: '', once: 'AAAAAAAAAAAAAAAAAAAAAA' });
    expect('isAdmin' in typed).toBe(false);
  });

  it('gives a fresh token of 128 bits in place of none or of a made-up one', () => {
    const [first, second] = [typedFiling({ once: 'x' }).once, blankFiling().once];
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(first).not.toBe(second);
  });
});

describe('filedMatter', () => {
  const typed = typedFiling({
    complainantKind: 'citizen',
    openness: 'anonymous',
    enterpriseName: '某某公司',
    creditCode: '写错了',
    name: '张三',
    phone: '13800138000',
    'tried.trips': ' 3 ',
  });

  it('leaves out what a citizen and an anonymous person were not asked', () => {
    expect(filedMatter(typed, 'zh-CN')).toMatchObject({
      enterpriseName: '',
      creditCode: '',
      name: '',
      phone: '',
    });
  });

  it('takes it from an enterprise that gives its name', () => {
    const open = { ...typed, complainantKind: 'enterprise', openness: 'open' };
    expect(filedMatter(open, 'en')).toMatchObject({
      locale: 'en',
      enterpriseName: '某某公司',
      creditCode: '写错了',
      name: '张三',
      phone: '13800138000',
      tried: { trips: '3' },
    });
  });
});
