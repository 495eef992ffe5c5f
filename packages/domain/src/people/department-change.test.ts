import { describe, expect, it } from 'vitest';
import { endFault, nameOn, renameFault, type DepartmentChange } from './department-change.ts';
import type { Succeeded } from './succession.ts';

const TODAY = '2026-11-27';
const departments = new Map<string, Succeeded>(
  [
    { id: 'tax', successorId: null, activeTo: null },
    { id: 'approval', successorId: null, activeTo: null },
    { id: 'gone', successorId: 'tax', activeTo: '2026-10-01' },
  ].map((one) => [one.id, one]),
);
const names = { name: '政务服务局', nameEn: 'Government Services' };
const rename = (departmentId: string, on: string): DepartmentChange => ({
  ...{ id: 'c', departmentId, on, kind: 'name', names },
});
const end = (departmentId: string, on: string, successorId: string | null = null): DepartmentChange => ({
  ...{ id: 'c', departmentId, on, kind: 'end', successorId },
});

describe('a new name', () => {
  const fault = (departmentId: string, on: string, planned: readonly DepartmentChange[] = []) =>
    renameFault({ departmentId, on }, departments, planned, TODAY);

  it('is taken from today on, one to a day, before the end', () => {
    expect(fault('tax', TODAY)).toBeNull();
    expect(fault('tax', '2026-11-26')).toBe('date_in_the_past');
    expect(fault('tax', '2027-01-01', [rename('tax', '2027-01-01')])).toBe('department_changes_that_day');
    expect(fault('tax', '2027-01-02', [rename('tax', '2027-01-01')])).toBeNull();
    expect(fault('tax', '2027-01-01', [rename('approval', '2027-01-01')])).toBeNull();
    expect(fault('tax', '2027-01-01', [end('tax', '2027-01-01')])).toBe('department_ends_before');
    expect(fault('tax', '2026-12-31', [end('tax', '2027-01-01')])).toBeNull();
    expect(fault('gone', TODAY)).toBe('department_ended');
    expect(fault('nobody', TODAY)).toBe('department_ended');
  });
});

describe('an end', () => {
  const fault = (
    typed: { departmentId?: string; on?: string; successorId?: string | null },
    planned: readonly DepartmentChange[] = [],
    hasWork = false,
  ) =>
    endFault(
      { departmentId: 'tax', on: '2027-01-01', successorId: null, ...typed },
      departments,
      planned,
      hasWork,
    );

  it('asks for a successor where there is work in hand', () => {
    expect(fault({})).toBeNull();
    expect(fault({}, [], true)).toBe('department_holds_work');
    expect(fault({ successorId: 'approval' }, [], true)).toBeNull();
  });

  it('names a successor that is still there that day, and goes round in no circle', () => {
    expect(fault({ successorId: 'tax' })).toBe('successors_in_circle');
    expect(fault({ successorId: 'nobody' })).toBe('successor_not_there');
    expect(fault({ successorId: 'gone' })).toBe('successors_in_circle');
    expect(fault({ departmentId: 'approval', successorId: 'gone' })).toBe('successor_not_there');
    expect(fault({ successorId: 'approval' }, [end('approval', '2026-12-01', 'tax')])).toBe(
      'successors_in_circle',
    );
    expect(fault({ successorId: 'approval' }, [end('approval', '2026-12-01')])).toBe('successor_not_there');
    expect(fault({ successorId: 'approval' }, [end('approval', '2027-06-01')])).toBeNull();
  });

  it('comes once, and after every name that is planned', () => {
    expect(fault({}, [end('tax', '2027-02-01')])).toBe('department_changes_that_day');
    expect(fault({}, [rename('tax', '2027-01-01')])).toBe('department_ends_before');
    expect(fault({}, [rename('tax', '2026-12-31')])).toBeNull();
    expect(fault({ departmentId: 'gone' })).toBe('department_ended');
  });
});

it('tells what a department was called on a day', () => {
  const former = [
    { ...{ name: '行政服务中心', nameEn: 'Service Centre' }, until: '2026-06-01' },
    { ...{ name: '行政审批局', nameEn: 'Approvals' }, until: '2026-11-27' },
  ];
  const on = (day: string) => nameOn(names, former, day).name;
  expect(on('2026-05-31')).toBe('行政服务中心');
  expect(on('2026-06-01')).toBe('行政审批局');
  expect(on('2026-11-26')).toBe('行政审批局');
  expect(on('2026-11-27')).toBe('政务服务局');
});
