import { expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { FIRST_CATEGORIES, loadFirstCategories } from './first-categories.ts';

test('names 13 top categories, each with its children after it', () => {
  const tops = FIRST_CATEGORIES.filter(({ parent }) => parent === null);
  expect(tops.map(({ name }) => name)).toEqual([
    '企业开办与变更',
    '项目审批',
    '税费办理',
    '社保与人才',
    '不动产登记',
    '规划建设与住房',
    '市场监管与许可',
    '生态环境',
    '城市管理',
    '公用报装',
    '惠企政策兑现',
    '民生服务',
    '办事态度与效率',
  ]);
  expect(FIRST_CATEGORIES.find(({ code }) => code === 'tax-2')).toEqual({
    code: 'tax-2',
    parent: 'tax',
    name: '退税与留抵',
    nameEn: 'Refunds and credits',
    position: 302,
  });
});

test('is there in a prepared database, and leaves what an office changed', async () => {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url, 2);
  expect(await db.prisma.category.count()).toBe(66);
  await db.prisma.category.update({ where: { code: 'tax' }, data: { name: '税务' } });
  await loadFirstCategories(db);
  expect((await db.prisma.category.findUniqueOrThrow({ where: { code: 'tax' } })).name).toBe('税务');
  await db.close();
  await drop();
});
