import { isCreditCode } from '@bihuan/api/domain';
import { expect, it } from 'vitest';
import { openChance } from './chance.ts';
import { drawCitizen, drawEnterprise } from './complainants.ts';

const chance = openChance('people');
const people = Array.from({ length: 300 }, (_, index) =>
  index % 2 === 0 ? drawCitizen(chance, 'zh-CN') : drawEnterprise(chance, index % 3 === 0 ? 'en' : 'zh-CN'),
);

it('invents everybody: numbers nobody has, addresses of the example domain, companies marked as demonstration', () => {
  for (const { phone, email, enterpriseName } of people) {
    expect(phone).toMatch(/^1990000\d{4}$/);
    expect(email).toMatch(/^$|@example\.com$/);
    expect(enterpriseName).toMatch(/^$|（演示）有限公司$|Demonstration Co\., Ltd\.$/);
  }
});

it('gives enterprises codes whose check character is right, of a division that does not exist', () => {
  const codes = people.flatMap(({ creditCode }) => (creditCode === '' ? [] : [creditCode]));
  expect(codes.length).toBeGreaterThan(100);
  for (const code of codes) {
    expect(isCreditCode(code)).toBe(true);
    expect(code.slice(2, 8)).toBe('990000');
  }
});
