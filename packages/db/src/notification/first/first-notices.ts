import type { NoticeEvent, NoticeLocale, NoticeRules, Template } from '@bihuan/domain';
import { FIRST_MAILS } from './complainant-mails.ts';
import { FIRST_SHORTS } from './complainant-shorts.ts';
import { FIRST_MATRIX } from './first-matrix.ts';
import { STAFF_LINES } from './staff-lines.ts';

const LOCALES = ['zh-CN', 'en'] as const satisfies readonly NoticeLocale[];

const FRAME: Readonly<Record<NoticeLocale, (happened: string, next: string) => string>> = {
  'zh-CN': (happened, next) => `您好：

${happened}

${next}

查询进度：{track_url}
查询时需要受理编号和您提交时保存的查询码，本邮件不含查询码。

本邮件由系统自动发出，请勿回复。工作人员不会向您索要查询码。
不想再收到进度通知，请点此退订：{opt_out_url}（受理回执、需要您答复和作出决定的通知仍会发送）
“办不成事”反映窗口`,
  en: (happened, next) => `Hello,

${happened}

${next}

Follow your complaint: {track_url}
You need the tracking number and the query code you kept when filing; this message does not hold the query code.

This message was sent automatically; please do not reply. Nobody of our staff will ask you for your query code.
No more mails about progress: {opt_out_url} (the receipt, questions to you and decisions are still sent)
The “cannot get it done” window`,
};

/** Rating needs neither number nor code: whoever has the mail of the answer may rate it. */
const RATE: Readonly<Record<NoticeLocale, string>> = {
  'zh-CN': '评价这次办理（无需受理编号和查询码，链接请勿转给他人）：{rate_url}',
  en: 'Rate the handling (no number or code needed; please do not pass the link on): {rate_url}',
};

const STAFF_SUBJECT: Readonly<Record<NoticeLocale, (event: NoticeEvent) => string>> = {
  'zh-CN': (event) => (event === 'digest' ? '今日督办提醒' : '督办通知 {item_number}{number}'),
  en: (event) => (event === 'digest' ? 'Today’s supervision' : 'Supervision: {item_number}{number}'),
};

type Wording = Readonly<Record<NoticeLocale, { subject: string; happened: string; next: string }>>;

function complainantTemplates(): readonly Template[] {
  const mails = Object.entries(FIRST_MAILS) as [keyof typeof FIRST_MAILS, Wording][];
  return mails.flatMap(([event, words]) =>
    LOCALES.flatMap((locale): Template[] => {
      const { subject, happened, next } = words[locale];
      const isAnswer = event === 'answered' || event === 'settled';
      const then = isAnswer ? `${next}\n\n${RATE[locale]}` : next;
      const key = { event, to: 'complainant', locale, category: '' } as const;
      return [
        { ...key, kind: 'email', subject, body: FRAME[locale](happened, then) },
        { ...key, kind: 'short', subject: '', body: FIRST_SHORTS[event][locale] },
      ];
    }),
  );
}

function staffTemplates(): readonly Template[] {
  const lines = Object.entries(STAFF_LINES) as [keyof typeof STAFF_LINES, readonly [string, string]][];
  return lines.flatMap(([event, [zh, en]]) =>
    LOCALES.flatMap((locale): Template[] => {
      const line = locale === 'en' ? en : zh;
      const key = { event, to: 'staff', locale, category: '' } as const;
      return [
        { ...key, kind: 'in_app', subject: '', body: line },
        { ...key, kind: 'short', subject: '', body: line },
        { ...key, kind: 'email', subject: STAFF_SUBJECT[locale](event), body: `${line}\n\n{item_url}` },
      ];
    }),
  );
}

/** What every installation starts from, and falls back to where a version says nothing of an event. */
export const FIRST_NOTICES: NoticeRules = {
  matrix: FIRST_MATRIX,
  templates: [...complainantTemplates(), ...staffTemplates()],
  quiet: { from: '21:00', to: '08:00' },
  office: { from: '09:00', to: '17:30' },
};
