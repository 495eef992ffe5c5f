import type { NoticeChannel } from './audience.ts';
import type { NoticeEvent } from './notice-event.ts';
import {
  isOpenVariable,
  isVariable,
  variablesOf,
  type OpenValues,
  type OpenVariable,
  type PrivateValues,
  type Variable,
} from './variable.ts';

export const TEMPLATE_KINDS = ['email', 'short', 'in_app'] as const;
/** short: SMS and app, one paragraph and no subject */
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];
export type NoticeLocale = 'zh-CN' | 'en';

export type TemplateKey = {
  readonly event: NoticeEvent;
  readonly to: 'complainant' | 'staff';
  readonly kind: TemplateKind;
  readonly locale: NoticeLocale;
  /** The code of a category that has words of its own; empty for all the others. */
  readonly category: string;
};

export type Template = TemplateKey & {
  /** Empty where the kind has none. */
  readonly subject: string;
  readonly body: string;
};

/** Text that holds nothing private, by the way it was made: only `fillOpen` makes it. */
export type OpenText = string & { readonly __open: unique symbol };

export type TemplateFault =
  | 'unknown_variable'
  | 'private_variable'
  | 'variable_out_of_place'
  | 'stray_brace'
  | 'opt_out_missing'
  | 'number_missing'
  | 'empty'
  | 'too_long';

export type TemplateProblem = {
  readonly field: 'subject' | 'body';
  readonly fault: TemplateFault;
  /** The variable it is about, or the most characters. */
  readonly about: string;
};

const VARIABLE = /\{([^{}]*)\}/g;
const MOST: Readonly<Record<TemplateKind, number>> = { email: 4000, short: 300, in_app: 200 };
const MOST_SUBJECT = 100;

export function kindOf(channel: NoticeChannel): TemplateKind {
  return channel === 'sms' || channel === 'app' ? 'short' : channel;
}

/** Everything that stands against saving a template; empty where nothing does. */
export function lintTemplate({ subject, body, ...key }: Template): readonly TemplateProblem[] {
  const isMail = key.kind === 'email';
  const problems = [
    ...(isMail ? lintText(subject, 'subject', key, MOST_SUBJECT) : []),
    ...lintText(body, 'body', key, MOST[key.kind]),
  ];
  const told = new Set(variablesIn(body));
  const missing = (fault: TemplateFault, about: Variable): readonly TemplateProblem[] =>
    told.has(about) ? [] : [{ field: 'body', fault, about }];
  if (key.to === 'complainant' && isMail) problems.push(...missing('opt_out_missing', 'opt_out_url'));
  if (key.to === 'complainant') problems.push(...missing('number_missing', 'number'));
  return problems;
}

/** Fills a subject, an SMS or a line of the bell. A private variable that got in comes out empty. */
export function fillOpen(text: string, values: OpenValues): OpenText {
  return fill(text, (name) => (isOpenVariable(name) ? values[name] : '')) as OpenText;
}

/** Fills the body of a mail. */
export function fillPrivate(text: string, values: OpenValues & PrivateValues): string {
  return fill(text, (name) => (isVariable(name) ? values[name] : ''));
}

function lintText(
  text: string,
  field: 'subject' | 'body',
  { event, to, kind }: TemplateKey,
  most: number,
): TemplateProblem[] {
  if (text.trim() === '') return [{ field, fault: 'empty', about: '' }];
  const problems: TemplateProblem[] = [];
  if ([...text].length > most) problems.push({ field, fault: 'too_long', about: String(most) });
  if (/[{}]/.test(text.replace(VARIABLE, ''))) problems.push({ field, fault: 'stray_brace', about: '' });
  const isOpen = field === 'subject' || kind !== 'email';
  for (const name of variablesIn(text)) {
    const fault = faultOf(name, isOpen, variablesOf(event, to));
    if (fault !== null) problems.push({ field, fault, about: name });
  }
  return problems;
}

function faultOf(name: string, mustBeOpen: boolean, known: readonly Variable[]): TemplateFault | null {
  if (!isVariable(name)) return 'unknown_variable';
  if (mustBeOpen && !isOpenVariable(name)) return 'private_variable';
  return known.includes(name) ? null : 'variable_out_of_place';
}

function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))];
}

function fill(text: string, valueOf: (name: string) => string): string {
  return text.replace(VARIABLE, (_, name: string) => valueOf(name));
}

/** No value at all, to be filled in part. */
export const NO_OPEN_VALUES: OpenValues = {
  number: '',
  track_url: '',
  due: '',
  until: '',
  item_number: '',
  item_url: '',
  late_count: '',
  soon_count: '',
  unread_count: '',
  item_numbers: '',
} satisfies Record<OpenVariable, string>;
