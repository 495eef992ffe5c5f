import { describe, expect, it } from 'vitest';
import {
  anItem,
  anItemContext,
  COOPERATING,
  LEAD,
  STRANGER,
  triageAdmin,
  aStaffMember,
} from '../testing/index.ts';
import type { Actor } from '../people/actor.ts';
import { assignment, cooperatingMeasure } from '../testing/item-history.ts';
import { ballHolderAt } from './ball-holder.ts';
import { decideItem } from './decide-item.ts';
import { evolveItem } from './evolve-item.ts';
import type { ItemCommand } from './item-command.ts';
import { runningDeadlines } from './item-deadlines.ts';
import { assignmentOf, type SupervisionItem } from './supervision-item.ts';

const head = aStaffMember('department_head', COOPERATING);
const DISPUTE: ItemCommand = {
  type: 'dispute_measure',
  measureId: 'measure-of-cooperating',
  reason: 'Another department keeps these papers.',
  basis: 'Duties, part 2',
};
const rule = (more: object): ItemCommand =>
  ({
    ...{
      type: 'rule_on_dispute',
      measureId: 'measure-of-cooperating',
      ruling: 'measure_upheld',
      text: 'It is yours.',
    },
    ...{ departmentId: null, dueOn: null, ...more },
  }) as ItemCommand;

function give(item: SupervisionItem, actor: Actor, now: string, command: ItemCommand): SupervisionItem {
  const decision = decideItem(item, command, anItemContext({ actor, now }));
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<SupervisionItem>(evolveItem, item);
}

function codeOf(item: SupervisionItem, actor: Actor, now: string, command: ItemCommand): string {
  const decision = decideItem(item, command, anItemContext({ actor, now }));
  return decision.ok ? 'done' : decision.refusal.code;
}

const TUESDAY = '2026-10-13T02:00:00.000Z';
const THURSDAY = '2026-10-15T02:00:00.000Z';
const measure = (item: SupervisionItem) => item.measures.find(({ id }) => id === 'measure-of-cooperating');
const runs = (item: SupervisionItem) =>
  runningDeadlines(item).some(
    ({ deadline, ref }) => deadline === 'measure' && ref === 'measure-of-cooperating',
  );

describe('a disputed measure', () => {
  const item = anItem().signed();
  const open = () => give(item, head, TUESDAY, DISPUTE);

  it('stands still until it is ruled on: nobody completes it, and it runs out for nobody', () => {
    expect(runs(item)).toBe(true);
    expect(runs(open())).toBe(false);
    const complete: ItemCommand = {
      type: 'complete_measure',
      measureId: 'measure-of-cooperating',
      evidence: 'Done.',
    };
    const officer = aStaffMember('department_officer', COOPERATING);
    expect(codeOf(open(), officer, THURSDAY, complete)).toBe('measure_disputed');
    expect(codeOf(open(), head, THURSDAY, DISPUTE)).toBe('measure_disputed');
    expect(codeOf(open(), aStaffMember('department_head', LEAD), THURSDAY, DISPUTE)).toBe('not_authorised');
    expect(codeOf(item, triageAdmin, THURSDAY, rule({}))).toBe('no_dispute');
  });

  it('upheld, is due as many working days later as the ruling took, and is disputed no more', () => {
    const ruled = give(open(), triageAdmin, THURSDAY, rule({}));
    expect(measure(item)?.dueOn).toBe('2026-10-15');
    expect(measure(ruled)).toMatchObject({
      dueOn: '2026-10-19',
      settled: [{ departmentId: COOPERATING, at: TUESDAY, ruledAt: THURSDAY }],
    });
    expect(measure(ruled)?.dispute).toBeUndefined();
    expect(runs(ruled)).toBe(true);
    expect(codeOf(ruled, head, THURSDAY, DISPUTE)).toBe('dispute_settled');
  });

  it('over before it was disputed, stays over', () => {
    const late = give(item, head, '2026-10-16T02:00:00.000Z', DISPUTE);
    const ruled = give(late, triageAdmin, '2026-10-20T02:00:00.000Z', rule({}));
    expect(measure(ruled)?.dueOn).toBe('2026-10-15');
  });

  it('keeps the whole item with the office where nothing else is left to do', () => {
    const officer = aStaffMember('department_officer', LEAD);
    const own: ItemCommand = { type: 'complete_measure', measureId: 'measure-of-lead', evidence: 'Done.' };
    const alone = give(give(item, officer, '2026-10-14T02:00:00.000Z', own), head, THURSDAY, DISPUTE);
    expect(runningDeadlines(alone).map(({ deadline }) => deadline)).toEqual(['heartbeat']);
    const ruled = give(alone, triageAdmin, '2026-10-20T02:00:00.000Z', rule({}));
    expect('interruptions' in ruled && ruled.interruptions).toEqual([
      { leftAt: THURSDAY, backAt: '2026-10-20T02:00:00.000Z', reason: 'with_the_office' },
    ]);
    expect(assignmentOf(ruled)?.deadline.date).toBe('2026-10-22');
    expect(measure(ruled)?.dueOn).toBe('2026-10-20');
    expect(runningDeadlines(ruled).map(({ deadline }) => deadline)).toEqual(['item', 'heartbeat', 'measure']);
  });

  it('is of its owner before the dispute, of nobody meanwhile, of whoever is given it after', () => {
    const settled = [{ departmentId: COOPERATING, at: TUESDAY, ruledAt: THURSDAY }];
    const given = {
      assignment: { ...assignment, cooperatingDepartmentIds: [COOPERATING, 'other-department'] },
      measures: [{ ...cooperatingMeasure, departmentId: 'other-department', settled }],
    };
    expect(ballHolderAt(given, '2026-10-13T00:00:00.000Z')).toBe(COOPERATING);
    expect(ballHolderAt(given, '2026-10-14T00:00:00.000Z')).toBe(LEAD);
    expect(ballHolderAt(given, '2026-10-16T00:00:00.000Z')).toBe('other-department');
  });

  it('is given to another participant or another date, and to nobody else', () => {
    const changed = { ruling: 'measure_changed', departmentId: LEAD, dueOn: '2026-10-16' };
    expect(measure(give(open(), triageAdmin, THURSDAY, rule(changed)))).toMatchObject({
      departmentId: LEAD,
      dueOn: '2026-10-16',
    });
    expect(codeOf(open(), triageAdmin, THURSDAY, rule({ ruling: 'measure_changed' }))).toBe(
      'nothing_changed',
    );
    expect(codeOf(open(), triageAdmin, THURSDAY, rule({ ...changed, departmentId: STRANGER }))).toBe(
      'measure_of_stranger',
    );
    expect(codeOf(open(), triageAdmin, THURSDAY, rule({ ...changed, dueOn: '2026-10-14' }))).toBe(
      'date_in_the_past',
    );
    expect(codeOf(open(), triageAdmin, THURSDAY, rule({ ...changed, dueOn: '2027-10-14' }))).toBe(
      'measure_after_deadline',
    );
  });

  it('withdrawn, is owed by nobody', () => {
    expect(
      measure(give(open(), triageAdmin, THURSDAY, rule({ ruling: 'measure_withdrawn' }))),
    ).toBeUndefined();
  });

  it('is ruled on by nobody of a department concerned', () => {
    const own = aStaffMember('triage_admin', COOPERATING);
    expect(codeOf(open(), own, THURSDAY, rule({}))).toBe('decider_concerned');
  });
});
