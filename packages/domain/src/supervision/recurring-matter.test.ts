import { describe, expect, it, test } from 'vitest';
import {
  decideRecurringMatter,
  evolveRecurringMatter,
  type RecurringMatter,
  type RecurringMatterCommand,
} from './recurring-matter.ts';

const NOW = '2026-10-12T01:00:00.000Z';
const recurrence = { category: 'tax-2', departmentId: 'tax', causeClass: 'papers_again' } as const;
const change = { text: '一次性告知清单改为全区统一', ownerDepartmentId: 'tax', dueOn: '2026-11-30' };

const base = { id: 'r', ...recurrence, rootCause: '清单各窗口不一' };
const STATES: Readonly<Record<string, RecurringMatter | null>> = {
  none: null,
  explained: { ...base, status: 'explained' },
  change_asked: { ...base, status: 'change_asked', change },
  changed: { ...base, status: 'changed', change, result: '已印发' },
};
const COMMANDS: Readonly<Record<string, RecurringMatterCommand>> = {
  record: { type: 'record_root_cause', rootCause: '清单各窗口不一' },
  ask: { type: 'ask_rule_change', change },
  finish: { type: 'finish_rule_change', result: '已印发' },
};

function outcome(state: string, command: string): string {
  const decision = decideRecurringMatter(STATES[state] ?? null, COMMANDS[command] as RecurringMatterCommand, {
    ...{ id: 'r', recurrence, now: NOW, today: '2026-10-12' },
  });
  if (!decision.ok) return decision.refusal.code;
  return decision.events.reduce(evolveRecurringMatter, STATES[state] ?? null)?.status ?? '';
}

describe('every state and command', () => {
  test.each([
    ['none', 'record', 'explained'],
    ['none', 'ask', 'root_cause_first'],
    ['none', 'finish', 'no_rule_change_running'],
    ['explained', 'record', 'explained'],
    ['explained', 'ask', 'change_asked'],
    ['explained', 'finish', 'no_rule_change_running'],
    ['change_asked', 'record', 'rule_change_running'],
    ['change_asked', 'ask', 'rule_change_running'],
    ['change_asked', 'finish', 'changed'],
    ['changed', 'record', 'explained'],
    ['changed', 'ask', 'root_cause_first'],
    ['changed', 'finish', 'no_rule_change_running'],
  ])('%s, %s: %s', (state, command, expected) => {
    expect(outcome(state, command)).toBe(expected);
  });
});

it('asks for nothing by a day that is over', () => {
  const late = { type: 'ask_rule_change', change: { ...change, dueOn: '2026-10-11' } } as const;
  expect(
    decideRecurringMatter(STATES['explained'] ?? null, late, {
      id: 'r',
      recurrence,
      now: NOW,
      today: '2026-10-12',
    }),
  ).toEqual({ ok: false, refusal: { code: 'date_in_the_past' } });
});
