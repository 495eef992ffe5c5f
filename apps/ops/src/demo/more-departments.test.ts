import { describe, expect, it } from 'vitest';
import { departmentOf, departmentsLike, zoneCodes } from './more-departments.ts';

describe('the large demonstration', () => {
  it('has sixty departments, twenty to a group, and no name twice', () => {
    const codes = zoneCodes(true);
    expect(codes).toHaveLength(60);
    const departments = codes.map(departmentOf);
    expect(new Set(departments.map(({ name }) => name)).size).toBe(60);
    const sizes = Object.groupBy(departments, ({ tierGroup }) => tierGroup ?? '');
    expect(Object.entries(sizes).map(([group, all]) => [group, all?.length])).toEqual([
      ['A', 20],
      ['B', 21],
      ['C', 19],
    ]);
  });

  it('keeps within what a name may be long', () => {
    for (const { name, nameEn } of zoneCodes(true).map(departmentOf))
      expect([name.length >= 2 && name.length <= 50, nameEn.length <= 80]).toEqual([true, true]);
  });

  it('gives each of the fourteen what is like it, and leaves the small one as it is', () => {
    expect(zoneCodes(false)).toHaveLength(14);
    expect(zoneCodes(false).flatMap((code) => departmentsLike(departmentOf(code).like))).toHaveLength(60);
    expect(departmentOf('d20').name).toBe('国家税务总局高新技术产业开发区税务局第一税务分局（办税服务厅）');
    expect(departmentOf('d20').like).toBe('tax');
  });
});
