import type { CauseClass } from '../complaint/complaint.ts';
import type { Importance } from '../supervision/supervision-item.ts';

/** How many are hit, and whether it can wait: what a person judges. The matrix says what follows. */
export const IMPACTS = ['one', 'several', 'many'] as const;
export type Impact = (typeof IMPACTS)[number];
export const URGENCIES = ['can_wait', 'hindering', 'pressing'] as const;
export type Urgency = (typeof URGENCIES)[number];

export type PriorityMatrix = Readonly<Record<Impact, Readonly<Record<Urgency, Importance>>>>;

/**
 * When a rule holds. Every list that is not empty must be met by one of its entries; an empty one does not matter. A rule
 * without any condition holds always. Data only: nothing in it is run.
 */
export type RoutingCondition = {
  /** Codes of the catalogue; a top category stands for all below it. */
  readonly categories: readonly string[];
  /** Found in title or body. */
  readonly words: readonly string[];
  /** Found in the place. */
  readonly places: readonly string[];
  readonly causeClasses: readonly CauseClass[];
};

/** One line of the catalogue (派单目录): who is answerable for what. */
export type RoutingRule = {
  readonly id: string;
  readonly name: string;
  readonly when: RoutingCondition;
  readonly leadDepartmentId: string;
  readonly cooperatingDepartmentIds: readonly string[];
  /** The least importance that an item of this rule gets. */
  readonly importance: Importance;
};

/** The routing catalogue in force: rules in their order, the first that holds counts. */
export type RoutingPolicy = {
  readonly version: string;
  /** Counts the changes of a draft. */
  readonly revision: number;
  readonly rules: readonly RoutingRule[];
  readonly priorities: PriorityMatrix;
};

export const DEFAULT_ROUTING: RoutingPolicy = {
  version: 'routing-0',
  revision: 0,
  rules: [],
  priorities: {
    one: { can_wait: 'normal', hindering: 'normal', pressing: 'key' },
    several: { can_wait: 'normal', hindering: 'normal', pressing: 'key' },
    many: { can_wait: 'normal', hindering: 'key', pressing: 'listed' },
  },
};
