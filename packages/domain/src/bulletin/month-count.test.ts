import { describe, expect, it } from 'vitest';
import { cardHistory } from '../testing/a-card.ts';
import { complaintHistory } from '../testing/complaint-history.ts';
import { itemHistory } from '../testing/item-history.ts';
import { LEAD } from '../testing/people.ts';
import { monthWindow } from './bulletin-month.ts';
import { FIGURES, type Figure } from './figure.ts';
import { MonthCount, type CountedCall } from './month-count.ts';

const OCTOBER = monthWindow('2026-10', 1);

const told = (figures: readonly Figure[]) =>
  Object.fromEntries(figures.filter(({ value }) => value > 0).map(({ key, value }) => [key, value]));

function counted(month: string, fill: (count: MonthCount) => void) {
  const count = new MonthCount(monthWindow(month, 1));
  fill(count);
  return count;
}

const call = (given: Partial<CountedCall> = {}): CountedCall => ({
  complaintId: 'complaint-1',
  trackingNumber: 'BH-261012-AAAAAA-A',
  departmentId: LEAD,
  answers: { contacted: true, solved: true, satisfaction: 'satisfied' },
  isExcluded: false,
  ...given,
});

describe('complaints', () => {
  it('counts what happened in the month, and what is open at its end', () => {
    const count = counted('2026-10', (one) => one.addComplaint(complaintHistory('answered')));
    expect(told(count.figures())).toEqual({
      filed: 1,
      filed_portal: 1,
      accepted: 1,
      answered: 1,
      complaints_open: 1,
    });
  });

  it('sees nothing of a month in which it was not there yet, and only that it is open in a later one', () => {
    const before = counted('2026-09', (one) => one.addComplaint(complaintHistory('answered')));
    const after = counted('2026-11', (one) => one.addComplaint(complaintHistory('answered')));
    expect(told(before.figures())).toEqual({});
    expect(told(after.figures())).toEqual({ complaints_open: 1 });
  });
});

describe('items', () => {
  it('tells of one struck off on time, with its line in the list', () => {
    const count = counted('2026-10', (one) => one.addItem(itemHistory('struck_off')));
    expect(told(count.figures())).toMatchObject({
      items_registered: 1,
      items_struck_off: 1,
      items_on_time: 1,
    });
    expect(told(count.figures())).not.toHaveProperty('items_open');
    expect(count.strikeOffs()).toMatchObject([
      {
        number: 'DB-2026-0001',
        departmentId: LEAD,
        deadlineOn: '2026-10-19',
        isOnTime: true,
        category: null,
      },
    ]);
  });

  it('finds one late whose deadline is over at the end of the month, and not one that is suspended', () => {
    const late = counted('2026-10', (one) => one.addItem(itemHistory('advancing')));
    expect(told(late.figures())).toMatchObject({ items_open: 1, items_late: 1 });
    const suspended = counted('2026-10', (one) => one.addItem(itemHistory('suspended')));
    expect(told(suspended.figures())).toMatchObject({ items_open: 1, items_suspended: 1 });
    expect(told(suspended.figures())).not.toHaveProperty('items_late');
  });

  it('finds one uncovered that nobody leads', () => {
    const count = counted('2026-10', (one) => one.addItem(itemHistory('registered')));
    expect(told(count.figures())).toEqual({ items_registered: 1, items_open: 1, uncovered: 1 });
  });

  it('does not see what comes at the end of the month or later', () => {
    const events = itemHistory('struck_off').map((event) =>
      event.type === 'ItemStruckOff' ? { ...event, at: '2026-10-31T16:00:00.000Z' } : event,
    );
    const count = counted('2026-10', (one) => one.addItem(events));
    expect(told(count.figures())).not.toHaveProperty('items_struck_off');
    expect(told(count.figures())).toMatchObject({ items_open: 1 });
  });
});

it('counts cards issued and revoked, by colour and department', () => {
  const count = counted('2026-10', (one) => {
    one.addCard(cardHistory('revoked', 'red'));
    one.addCard(cardHistory('issued'));
    one.addCard(cardHistory('proposed'));
  });
  expect(told(count.figures())).toEqual({ yellow_cards: 1, red_cards: 1, cards_revoked: 1 });
  const [lead] = count.departments([{ id: LEAD, name: '审批局', nameEn: 'Approvals' }], 5);
  expect(told(lead?.figures ?? [])).toEqual({ yellow_cards: 1, red_cards: 1 });
});

describe('callbacks', () => {
  it('counts valid ones for the department, an excluded one for nobody’s rates', () => {
    const count = counted('2026-10', (one) => {
      one.addCall(call());
      one.addCall(call({ answers: { contacted: true, solved: false, satisfaction: 'basically_satisfied' } }));
      one.addCall(call({ answers: null }));
      one.addCall(call({ isExcluded: true }));
    });
    expect(told(count.figures())).toEqual({
      calls: 4,
      calls_valid: 2,
      calls_contacted: 2,
      calls_solved: 1,
      calls_satisfied: 1,
      calls_basically: 1,
      calls_excluded: 1,
    });
    const [lead] = count.departments([{ id: LEAD, name: '审批局', nameEn: 'Approvals' }], 2);
    expect(lead?.band).toBe('level');
    expect(lead?.composite?.value).toBeCloseTo(0.1 + 0.2 + 0.475, 10);
  });

  it('puts a department without calls in no band', () => {
    const count = counted('2026-10', () => undefined);
    expect(count.departments([{ id: 'd', name: '', nameEn: '' }], 5)).toMatchObject([
      { band: 'no_sample', composite: null },
    ]);
  });
});

it('comes to the same in whatever order the cases come', () => {
  const second = itemHistory('advancing', { id: 'item-2', number: 'DB-2026-0002' });
  const first = itemHistory('struck_off');
  const one = new MonthCount(OCTOBER);
  const other = new MonthCount(OCTOBER);
  one.addItem(first);
  one.addItem(second);
  other.addItem(second);
  other.addItem(first);
  expect(JSON.stringify(one.figures())).toBe(JSON.stringify(other.figures()));
  expect(one.figures().map(({ key }) => key)).toEqual([...FIGURES]);
  for (const { value, rows } of one.figures()) expect(rows).toHaveLength(value);
});
