import type { Speech } from '@bihuan/api';
import type { DeclineReason, Due, LocalDate, NoticeLocale } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type In = { readonly locale: NoticeLocale };

const REASONS: Readonly<Record<DeclineReason, (inputs: Record<never, never>, options: In) => string>> = {
  consultation: m.decline_reason_consultation,
  petition: m.decline_reason_petition,
  court: m.decline_reason_court,
  other_jurisdiction: m.decline_reason_other_jurisdiction,
  emergency: m.decline_reason_emergency,
  no_facts: m.decline_reason_no_facts,
};

const POLICIES: Readonly<Partial<Record<string, (inputs: Record<never, never>, options: In) => string>>> = {
  deadlines: m.policy_kind_deadlines,
  cards: m.policy_kind_cards,
  scoring: m.policy_kind_scoring,
  appraisal: m.policy_kind_appraisal,
  indicators: m.policy_kind_indicators,
  groups: m.policy_kind_groups,
  coefficients: m.policy_kind_coefficients,
  pay: m.policy_kind_pay,
  periods: m.policy_kind_periods,
  supervision: m.policy_kind_supervision,
  bulletin: m.policy_kind_bulletin,
  signals: m.policy_kind_signals,
  open_data: m.policy_kind_open_data,
  retention: m.policy_kind_retention,
};

/** How messages say dates and terms, in the reader's language. */
export const speak: Speech = {
  due: ({ date, half, provisional }: Due, locale) => {
    const options = { locale };
    const day = { date: dayText(date, locale) };
    const when = half === 'am' ? m.mail_noon(day, options) : m.mail_day(day, options);
    return provisional ? m.mail_provisional({ when }, options) : when;
  },
  day: dayText,
  period: (period, locale) => {
    const [year = '', quarter = ''] = period.split('-Q');
    return m.supervision_quarter({ year, quarter }, { locale });
  },
  bulletin: (month, locale) => {
    const [year = '', number = ''] = month.split('-');
    return m.mail_bulletin({ year, month: String(Number(number)) }, { locale });
  },
  specialReport: (number, locale) => m.mail_special_report({ number }, { locale }),
  policy: (kind, locale) => (POLICIES[kind] ?? (() => kind))({}, { locale }),
  declineReason: (reason, locale) => REASONS[reason]({}, { locale }),
};

function dayText(date: LocalDate, locale: NoticeLocale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(date));
}
