import { describe, expect, it } from 'vitest';
import { filedMatter, typedFiling } from './filed-matter.ts';

const choices = { places: [{ code: 'hall-1', kind: 'hall', name: '政务服务大厅', nameEn: 'Hall' }] };
const typed = {
  ...{ complainantKind: 'citizen', openness: 'anonymous', enterpriseName: '某某公司', creditCode: '写错了' },
  ...{ name: '张三', phone: '13800138000', 'tried.trips': ' 3 ', 'answers.tax-q1': '增值税' },
  ...{ mayPublish: 'yes', placeCode: 'hall-1', place: '写了又改' },
};

describe('filedMatter', () => {
  it('leaves out what a citizen and an anonymous person were not asked', () => {
    expect(filedMatter(typed, choices, 'zh-CN')).toMatchObject({
      enterpriseName: '',
      creditCode: '',
      name: '',
      phone: '',
    });
  });

  it('takes it from an enterprise that gives its name', () => {
    const open = { ...typed, complainantKind: 'enterprise', openness: 'open' };
    expect(filedMatter(open, choices, 'en')).toMatchObject({
      locale: 'en',
      enterpriseName: '某某公司',
      creditCode: '写错了',
      name: '张三',
      phone: '13800138000',
      tried: { trips: '3' },
      answers: { 'tax-q1': '增值税' },
      mayPublish: true,
    });
  });

  it('names the place chosen, takes the one typed, or none', () => {
    const placeOf = (more: Record<string, string>) => filedMatter({ ...typed, ...more }, choices, 'en').place;
    expect(placeOf({})).toBe('政务服务大厅');
    expect(placeOf({ placeCode: 'other' })).toBe('写了又改');
    expect(placeOf({ placeCode: '' })).toBe('');
  });
});

describe('typedFiling', () => {
  it('drops what is no field', () => {
    const sent = { title: ' 跑了三趟 ', once: 'x', 'answers.tax-q1': '1', isAdmin: '1' };
    expect(typedFiling(sent)).toEqual({ title: ' 跑了三趟 ', once: 'x', 'answers.tax-q1': '1' });
  });
});
