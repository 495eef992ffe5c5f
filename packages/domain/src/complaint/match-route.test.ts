import { expect, it, test } from 'vitest';
import { DEFAULT_ROUTING, type RoutingCondition, type RoutingRule } from '../policy/routing-policy.ts';
import { importanceOf, matchRoute, type RoutingFacts } from './match-route.ts';

const FACTS: RoutingFacts = {
  ...{ category: 'market.2', topCategory: 'market', text: '电梯年检过期没人管', place: '科创路8号锦绣苑' },
  causeClass: 'over_promised_time',
};
const ALWAYS: RoutingCondition = { categories: [], words: [], places: [], causeClasses: [] };

function rule(id: string, when: Partial<RoutingCondition>): RoutingRule {
  const whole = { ...ALWAYS, ...when };
  return {
    id,
    name: id,
    when: whole,
    leadDepartmentId: `lead-${id}`,
    cooperatingDepartmentIds: [],
    importance: 'normal',
  };
}

test.each<[string, Partial<RoutingCondition>, boolean]>([
  ['no condition', {}, true],
  ['its category', { categories: ['market.2'] }, true],
  ['the category above', { categories: ['tax', 'market'] }, true],
  ['another category', { categories: ['market.1'] }, false],
  ['one of the words', { words: ['锅炉', '电梯'] }, true],
  ['no word', { words: ['锅炉'] }, false],
  ['the place', { places: ['锦绣苑'] }, true],
  ['another place', { places: ['创业园'] }, false],
  ['the cause', { causeClasses: ['over_promised_time'] }, true],
  ['another cause', { causeClasses: ['staff_conduct'] }, false],
  ['category and word', { categories: ['market'], words: ['电梯'] }, true],
  ['category without word', { categories: ['market'], words: ['锅炉'] }, false],
])('a rule with %s', (_, when, holds) => {
  expect(matchRoute([rule('a', when)], FACTS) !== null).toBe(holds);
});

it('takes the first rule that holds, and says what it found', () => {
  const rules = [
    rule('a', { words: ['锅炉'] }),
    rule('b', { categories: ['market'], words: ['年检', '电梯', '锅炉'] }),
    rule('c', {}),
  ];
  expect(matchRoute(rules, FACTS)).toMatchObject({
    rule: { id: 'b' },
    because: [
      { kind: 'category', code: 'market' },
      { kind: 'words', words: ['年检', '电梯'] },
    ],
  });
  expect(matchRoute(rules.slice(0, 1), FACTS)).toBeNull();
});

it('finds nothing for a complaint without a category where one is asked for', () => {
  expect(
    matchRoute([rule('a', { categories: ['market'] })], { ...FACTS, category: null, topCategory: null }),
  ).toBeNull();
});

it('reads the importance from the matrix, and a rule may only ask for more', () => {
  const { priorities } = DEFAULT_ROUTING;
  expect(importanceOf(priorities, 'one', 'can_wait')).toBe('normal');
  expect(importanceOf(priorities, 'many', 'hindering')).toBe('key');
  expect(importanceOf(priorities, 'many', 'pressing')).toBe('listed');
  expect(importanceOf(priorities, 'one', 'can_wait', 'key')).toBe('key');
  expect(importanceOf(priorities, 'many', 'pressing', 'key')).toBe('listed');
});
