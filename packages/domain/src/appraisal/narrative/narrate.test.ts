import { describe, expect, it } from 'vitest';
import { DEFAULT_SIGNALS } from '../../policy/signal-policy.ts';
import { NO_CALLBACKS } from '../three-rates.ts';
import { narrate, type DepartmentExceptions, type NarrativeFacts } from './narrate.ts';
import type { Digest } from './sentence.ts';

const policy = DEFAULT_SIGNALS.narrative;
const item = (number: string) => ({ about: 'item', id: number, number }) as const;
const quiet = (departmentId: string): DepartmentExceptions => ({
  ...{ departmentId, losses: {}, overdue: null, redCards: null, cameBack: null },
  ...{ calls: NO_CALLBACKS, callsBefore: NO_CALLBACKS },
});
const digest = (things: number, centipoints = 0, ...numbers: string[]): Digest => ({
  ...{ rows: things, things, centipoints, cites: numbers.map(item) },
});
const tell = (...departments: DepartmentExceptions[]) =>
  narrate({ departments, uncovered: null, recurring: [] } satisfies NarrativeFacts, policy);

describe('narrate', () => {
  it('says nothing where nothing is out of order', () => {
    expect(tell(quiet('d1'))).toEqual([]);
  });

  it('says how many points were lost, and over what most of them, with its rows', () => {
    const losses = { lost_late: digest(2, -4_00, 'DB-1', 'DB-2'), lost_rework: digest(1, -2_00, 'DB-3') };
    expect(tell({ ...quiet('d1'), losses })).toEqual([
      {
        ...{ code: 'points_lost', severity: 3, departmentId: 'd1', lost: 6_00, size: 6_00 },
        ...{ cause: 'lost_late', lostOverIt: 4_00, things: 2, cites: [item('DB-1'), item('DB-2')] },
      },
    ]);
  });

  it('passes over a loss below what the rules name, and puts a small one second', () => {
    expect(tell({ ...quiet('d1'), losses: { lost_report: digest(1, -50, 'DB-1') } })).toEqual([]);
    expect(tell({ ...quiet('d1'), losses: { lost_card: digest(1, -1_00, 'DB-1') } })).toMatchObject([
      { code: 'points_lost', severity: 2, cause: 'lost_card', lost: 1_00 },
    ]);
  });

  it('counts what is overdue and says by how much the latest', () => {
    const late = (workingDaysLate: number) => ({ ...digest(3, 0, 'DB-1'), workingDaysLate });
    expect(tell({ ...quiet('d1'), overdue: late(4) })).toMatchObject([
      { code: 'overdue', severity: 2, things: 3, workingDaysLate: 4, cites: [item('DB-1')] },
    ]);
    expect(tell({ ...quiet('d1'), overdue: late(5) })).toMatchObject([{ severity: 3 }]);
  });

  it('compares rates only where both periods have a sample', () => {
    const all = (valid: number, satisfied: number) => ({
      ...{ valid, contacted: valid, solved: valid, satisfied, basicallySatisfied: 0 },
    });
    expect(tell({ ...quiet('d1'), calls: all(5, 4), callsBefore: all(10, 10) })).toMatchObject([
      { code: 'composite_fell', now: 0.9, before: 1, valid: 5 },
    ]);
    expect(tell({ ...quiet('d1'), calls: all(4, 0), callsBefore: all(10, 10) })).toEqual([]);
    expect(tell({ ...quiet('d1'), calls: all(5, 0), callsBefore: NO_CALLBACKS })).toEqual([]);
    expect(tell({ ...quiet('d1'), calls: all(20, 19), callsBefore: all(10, 10) })).toEqual([]);
  });

  it('puts the gravest first, then the kind, then the largest', () => {
    const told = narrate(
      {
        departments: [
          { ...quiet('d1'), cameBack: digest(1), overdue: { ...digest(1), workingDaysLate: 1 } },
          { ...quiet('d2'), redCards: digest(1), overdue: { ...digest(4), workingDaysLate: 2 } },
        ],
        uncovered: { rows: 2, cites: [], isCapped: false },
        recurring: [{ departmentId: 'd1', category: 'permit', causeClass: 'papers_again', rows: 7 }],
      },
      policy,
    );
    expect(told.map(({ code, size }) => [code, size])).toEqual([
      ['uncovered', 2],
      ['red_cards', 1],
      ['overdue', 4],
      ['overdue', 1],
      ['came_back', 1],
      ['recurring', 7],
    ]);
  });
});
