import { BrokenStream } from '../broken-stream.ts';
import type { Instant, LocalDate } from '../calendar/index.ts';
import type { CauseClass } from '../complaint/complaint.ts';
import { happened, refused, type Decision } from '../decision.ts';

/** The same cause in the same category at the same department, again and again. */
export type Recurrence = {
  readonly category: string;
  readonly departmentId: string;
  readonly causeClass: CauseClass;
};

export type RuleChange = {
  readonly text: string;
  /** Who owes it. */
  readonly ownerDepartmentId: string;
  readonly dueOn: LocalDate;
};

type Base = Recurrence & { readonly id: string; readonly rootCause: string };

/** explained: its root cause is known · change_asked: a rule is to be changed · changed: it was. */
export type RecurringMatter =
  | (Base & { readonly status: 'explained' })
  | (Base & { readonly status: 'change_asked'; readonly change: RuleChange })
  | (Base & { readonly status: 'changed'; readonly change: RuleChange; readonly result: string });

export type RecurringMatterStatus = RecurringMatter['status'];

export type RecurringMatterEvent =
  | ({
      readonly type: 'RootCauseRecorded';
      readonly at: Instant;
      readonly id: string;
      readonly rootCause: string;
    } & Recurrence)
  | { readonly type: 'RuleChangeAsked'; readonly at: Instant; readonly change: RuleChange }
  | { readonly type: 'RuleChanged'; readonly at: Instant; readonly result: string };

export type RecurringMatterCommand =
  | { readonly type: 'record_root_cause'; readonly rootCause: string }
  | { readonly type: 'ask_rule_change'; readonly change: RuleChange }
  | { readonly type: 'finish_rule_change'; readonly result: string };

export type RecurringMatterRefusal =
  | 'root_cause_first'
  | 'rule_change_running'
  | 'no_rule_change_running'
  | 'date_in_the_past';

/**
 * Root cause first, then the change of a rule with an owner and a date, then what came of it. What recurs after a change is
 * explained anew and may lead to another.
 */
export function decideRecurringMatter(
  state: RecurringMatter | null,
  command: RecurringMatterCommand,
  context: {
    readonly id: string;
    readonly recurrence: Recurrence;
    readonly now: Instant;
    readonly today: LocalDate;
  },
): Decision<RecurringMatterEvent, RecurringMatterRefusal> {
  const { now: at, today, id, recurrence } = context;
  switch (command.type) {
    case 'record_root_cause':
      if (state?.status === 'change_asked') return refused('rule_change_running');
      return happened({
        type: 'RootCauseRecorded',
        at,
        id: state?.id ?? id,
        ...recurrence,
        rootCause: command.rootCause,
      });
    case 'ask_rule_change':
      if (state?.status === 'change_asked') return refused('rule_change_running');
      if (state?.status !== 'explained') return refused('root_cause_first');
      if (command.change.dueOn < today) return refused('date_in_the_past');
      return happened({ type: 'RuleChangeAsked', at, change: command.change });
    case 'finish_rule_change':
      if (state?.status !== 'change_asked') return refused('no_rule_change_running');
      return happened({ type: 'RuleChanged', at, result: command.result });
  }
}

export function evolveRecurringMatter(
  state: RecurringMatter | null,
  event: RecurringMatterEvent,
): RecurringMatter {
  if (event.type === 'RootCauseRecorded') {
    const { id, category, departmentId, causeClass, rootCause } = event;
    return { id, category, departmentId, causeClass, rootCause, status: 'explained' };
  }
  if (state === null) throw new BrokenStream(`${event.type} before RootCauseRecorded`);
  const { id, category, departmentId, causeClass, rootCause } = state;
  const base = { id, category, departmentId, causeClass, rootCause };
  if (event.type === 'RuleChangeAsked') return { ...base, status: 'change_asked', change: event.change };
  if (state.status !== 'change_asked') throw new BrokenStream('RuleChanged before RuleChangeAsked');
  return { ...base, status: 'changed', change: state.change, result: event.result };
}
