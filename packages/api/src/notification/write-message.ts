import type { NewMessage } from '@bihuan/db';
import {
  fillOpen,
  fillPrivate,
  kindOf,
  type NoticeEvent,
  type NoticeLocale,
  type OpenValues,
  type PrivateValues,
  type Template,
} from '@bihuan/domain';
import type { NoticeRulesInForce } from './notice-rules-in-force.ts';

const NO_PRIVATE_VALUES: PrivateValues = {
  title: '',
  category: '',
  reason: '',
  body: '',
  rate_url: '',
  opt_out_url: '',
};

export type Addressed = Omit<NewMessage, 'channel' | 'subject' | 'body' | 'rulesVersion' | 'template'> & {
  readonly channel: NewMessage['channel'];
};

/** Puts a message into words; null where the rules have none for it. */
export function writeMessage(
  rules: NoticeRulesInForce,
  notice: NoticeEvent,
  { channel, ...addressed }: Addressed,
  to: 'complainant' | 'staff',
  values: OpenValues & Partial<PrivateValues>,
  category = '',
): NewMessage | null {
  const locale = addressed.locale as NoticeLocale;
  const template = rules.template({ event: notice, to, kind: kindOf(channel), locale, category });
  if (template === null) return null;
  const rest = { ...addressed, template: notice, rulesVersion: rules.version };
  return { ...rest, ...wordsOf(channel, template, values) };
}

/** SMS and subjects are filled with what is open alone, whatever the template says. */
export function wordsOf(
  channel: NewMessage['channel'],
  { subject, body }: Pick<Template, 'subject' | 'body'>,
  values: OpenValues & Partial<PrivateValues>,
) {
  if (channel !== 'email') return { channel, subject: '' as const, body: fillOpen(body, values) };
  return {
    channel,
    subject: fillOpen(subject, values),
    body: `${fillPrivate(body, { ...NO_PRIVATE_VALUES, ...values }).trimEnd()}\n`,
  };
}
