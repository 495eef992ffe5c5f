import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffSheets, type DepartmentDiff, type SheetDepartment, type SheetLine } from './diff-sheets.ts';

type Sheet = { readonly departments: readonly SheetDepartment[]; readonly lines: readonly SheetLine[] };

const late: SheetLine = {
  id: 'line-1',
  departmentId: 'a',
  account: 'supervision',
  rule: 'late',
  centipoints: -200,
};
const given: SheetLine = { ...late, id: 'line-2', rule: 'objection_upheld', centipoints: 200 };
const department = (departmentId: string, supervision: number, composite: number): SheetDepartment => ({
  departmentId,
  accounts: { supervision: { centipoints: supervision }, satisfaction: { centipoints: null } },
  composite,
  rankInGroup: 1,
  payFactor: 950_000,
});

test('tells accounts, score and lines of a department that changed, and nothing of the others', () => {
  const before = {
    departments: [department('a', 98_00, 98_00), department('b', 99_00, 99_00)],
    lines: [late],
  };
  const after = {
    departments: [department('a', 100_00, 100_00), department('b', 99_00, 99_00)],
    lines: [late, given],
  };
  expect(diffSheets(before, after)).toEqual([
    {
      departmentId: 'a',
      accounts: { supervision: { before: 9800, after: 10000 } },
      composite: { before: 9800, after: 10000 },
      rankInGroup: null,
      payFactor: null,
      added: [given],
      removed: [],
    },
  ]);
});

test('is empty between a sheet and itself, and turns round', () => {
  const one = { departments: [department('a', 98_00, 98_00)], lines: [late] };
  const other = { departments: [], lines: [given] };
  expect(diffSheets(one, one)).toEqual([]);
  expect(diffSheets(one, other)).toMatchObject([
    { composite: { before: 9800, after: null }, added: [given], removed: [late] },
  ]);
  expect(diffSheets(other, one)).toMatchObject([
    { composite: { before: null, after: 9800 }, added: [late], removed: [given] },
  ]);
});

test('a line that says something else is both removed and added', () => {
  const one = { departments: [], lines: [late] };
  const other = { departments: [], lines: [{ ...late, centipoints: -100 }] };
  expect(diffSheets(one, other)).toMatchObject([
    { removed: [{ centipoints: -200 }], added: [{ centipoints: -100 }] },
  ]);
});

/** The sheet that a diff makes of another. */
function patched(before: Sheet, diffs: readonly DepartmentDiff[]): Sheet {
  const removed = new Set(diffs.flatMap((one) => one.removed.map(({ id }) => id)));
  const lines = [
    ...before.lines.filter(({ id }) => !removed.has(id)),
    ...diffs.flatMap(({ added }) => added),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const departments = before.departments.map((one) => {
    const diff = diffs.find(({ departmentId }) => departmentId === one.departmentId);
    if (diff === undefined) return one;
    const accounts = Object.entries(diff.accounts).map(([name, { after }]) => [name, { centipoints: after }]);
    return {
      ...one,
      accounts: { ...one.accounts, ...(Object.fromEntries(accounts) as SheetDepartment['accounts']) },
      composite: diff.composite ? diff.composite.after : one.composite,
      rankInGroup: diff.rankInGroup ? diff.rankInGroup.after : one.rankInGroup,
      payFactor: diff.payFactor ? diff.payFactor.after : one.payFactor,
    };
  });
  return { departments, lines };
}

const points = fc.option(fc.integer({ min: -100, max: 100 }), { nil: null });
const sheets: fc.Arbitrary<Sheet> = fc.record({
  departments: fc.tuple(
    ...['a', 'b', 'c'].map((departmentId) =>
      fc.record({
        departmentId: fc.constant(departmentId),
        accounts: fc.record({
          indicator: fc.record({ centipoints: points }),
          supervision: fc.record({ centipoints: points }),
        }),
        composite: points,
        rankInGroup: points,
        payFactor: points,
      }),
    ),
  ),
  lines: fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
        departmentId: fc.constantFrom('a', 'b', 'c'),
        account: fc.constantFrom('supervision' as const, 'adjustment' as const),
        rule: fc.constantFrom('late', 'rework'),
        centipoints: fc.integer({ min: -3, max: 3 }),
      }),
      { selector: ({ id }) => id },
    )
    .map((lines) => lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
});

test('the difference laid on one sheet gives the other, whatever they are', () => {
  fc.assert(
    fc.property(sheets, sheets, (before, after) => {
      expect(patched(before, diffSheets(before, after))).toEqual(after);
    }),
  );
});
