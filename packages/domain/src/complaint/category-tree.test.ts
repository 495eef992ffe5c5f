import { describe, expect, it } from 'vitest';
import {
  categoryState,
  faultOfParent,
  faultsOfClosing,
  heightOf,
  lineAbove,
  withAllBelow,
  type CategoryNode,
} from './category-tree.ts';

const node = (code: string, parent: string | null, more: Partial<CategoryNode> = {}): CategoryNode => ({
  ...{ code, parent, position: 0, activeFrom: null, activeTo: null, successor: null },
  ...more,
});
const TREE = [
  node('enterprise', null),
  node('changes', 'enterprise'),
  node('shares', 'changes'),
  node('tax', null),
  node('stamps', 'tax', { activeTo: '2026-06-01', successor: 'shares' }),
  node('drones', null, { activeFrom: '2027-01-01' }),
];
const TODAY = '2026-10-12';

describe('the tree', () => {
  it('knows lines, heights and all below, with those whose place they took', () => {
    expect(lineAbove(TREE, 'shares')).toEqual(['shares', 'changes', 'enterprise']);
    expect(heightOf(TREE, 'enterprise')).toBe(3);
    expect(withAllBelow(TREE, 'enterprise')).toEqual(['enterprise', 'changes', 'shares', 'stamps']);
    expect(lineAbove([node('a', 'b'), node('b', 'a')], 'a')).toEqual(['a', 'b']);
  });

  it('knows what may be chosen on a day', () => {
    expect(TREE.map((one) => categoryState(one, TODAY))).toEqual([
      ...['in_use', 'in_use', 'in_use', 'in_use', 'closed', 'future'],
    ]);
    expect(categoryState(node('x', null, { activeTo: TODAY }), TODAY)).toBe('closed');
    expect(categoryState(node('x', null, { activeFrom: TODAY }), TODAY)).toBe('in_use');
  });
});

describe('faultOfParent', () => {
  it.each([
    [null, null, null],
    [null, 'shares', null],
    ['tax', 'changes', null],
    ['enterprise', 'shares', 'category_below_itself'],
    ['enterprise', 'enterprise', 'category_below_itself'],
    [null, 'stamps', 'unknown_category'],
    [null, 'nothing', 'unknown_category'],
  ] as const)('%j under %j: %j', (code, parent, fault) => {
    expect(faultOfParent(TREE, code, parent, TODAY)).toBe(fault);
  });

  it('goes five levels deep, with what is moved along', () => {
    const deep = [...TREE, node('four', 'shares'), node('five', 'four')];
    expect(faultOfParent(deep, null, 'four', TODAY)).toBeNull();
    expect(faultOfParent(deep, null, 'five', TODAY)).toBe('category_too_deep');
    expect(faultOfParent(deep, 'tax', 'four', TODAY)).toBe('category_too_deep');
  });
});

describe('faultsOfClosing', () => {
  it.each([
    [{ code: 'shares', on: TODAY, successor: null }, {}],
    [{ code: 'shares', on: '2027-01-01', successor: 'tax' }, {}],
    [{ code: 'shares', on: '2027-01-01', successor: 'drones' }, {}],
    [{ code: 'shares', on: TODAY, successor: 'drones' }, { successor: 'unknown_category' }],
    [{ code: 'shares', on: '2026-10-11', successor: null }, { on: 'out_of_range' }],
    [{ code: 'shares', on: TODAY, successor: 'shares' }, { successor: 'category_below_itself' }],
    [{ code: 'changes', on: TODAY, successor: null }, { code: 'category_has_children' }],
    [{ code: 'stamps', on: TODAY, successor: null }, { code: 'unknown_category' }],
    [{ code: 'drones', on: TODAY, successor: null }, { on: 'out_of_range' }],
  ] as const)('%j: %j', (closing, faults) => {
    expect(faultsOfClosing(TREE, closing, TODAY)).toEqual(faults);
  });
});
