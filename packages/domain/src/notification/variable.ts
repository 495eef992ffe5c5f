import type { NoticeEvent } from './notice-event.ts';
import { isForComplainants } from './audience.ts';

/**
 * What a template may speak of. Open: says nothing of matter or person, and may stand on a lock screen. Everything else is
 * private and may stand in the body of a mail alone.
 */
export const OPEN_VARIABLES = [
  'number',
  'track_url',
  'due',
  'until',
  'item_number',
  'item_url',
  'late_count',
  'soon_count',
  'unread_count',
  'item_numbers',
] as const;
export const PRIVATE_VARIABLES = ['title', 'category', 'reason', 'body', 'rate_url', 'opt_out_url'] as const;

export type OpenVariable = (typeof OPEN_VARIABLES)[number];
export type PrivateVariable = (typeof PRIVATE_VARIABLES)[number];
export type Variable = OpenVariable | PrivateVariable;

export type OpenValues = Readonly<Record<OpenVariable, string>>;
export type PrivateValues = Readonly<Record<PrivateVariable, string>>;

export function isVariable(name: string): name is Variable {
  return isOpenVariable(name) || (PRIVATE_VARIABLES as readonly string[]).includes(name);
}

export function isOpenVariable(name: string): name is OpenVariable {
  return (OPEN_VARIABLES as readonly string[]).includes(name);
}

/** The variables that mean something in a notice to one side. */
export function variablesOf(event: NoticeEvent, to: 'complainant' | 'staff'): readonly Variable[] {
  if (event === 'digest') return ['late_count', 'soon_count', 'unread_count', 'item_numbers', 'item_url'];
  if (to === 'staff') return ['number', 'item_number', 'due', 'item_url'];
  const always = ['number', 'track_url', 'title', 'category', 'opt_out_url'] as const;
  if (event === 'declined') return [...always, 'reason', 'body'];
  if (event === 'answered' || event === 'settled') return [...always, 'due', 'until', 'rate_url'];
  if (event === 'closed') return [...always, 'due', 'until'];
  return isForComplainants(event) ? [...always, 'due'] : always;
}
