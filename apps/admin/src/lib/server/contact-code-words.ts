import type { ContactCodeWords } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

const LOCALE = { locale: 'zh-CN' } as const;

/** The message with the code for somebody at the desk: in Chinese, whatever language the clerk works in. */
export function contactCodeWords(): ContactCodeWords {
  const code = '{code}';
  return {
    ...LOCALE,
    subject: m.promise_contact_subject({}, LOCALE),
    mail: m.promise_contact_mail({ code }, LOCALE),
    sms: m.promise_contact_sms({ code }, LOCALE),
  };
}
