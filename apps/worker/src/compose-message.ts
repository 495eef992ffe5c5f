import type { Compose, MessageFacts, MessageLocale, Template } from '@bihuan/api';
import type { DeclineReason, Due, LocalDate } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type Words = { readonly subject: string; readonly happened: string; readonly next: string };
type In = { readonly locale: MessageLocale };

const REASONS: Readonly<Record<DeclineReason, (inputs: Record<never, never>, options: In) => string>> = {
  consultation: m.decline_reason_consultation,
  petition: m.decline_reason_petition,
  court: m.decline_reason_court,
  other_jurisdiction: m.decline_reason_other_jurisdiction,
  emergency: m.decline_reason_emergency,
  no_facts: m.decline_reason_no_facts,
};

/** Each message: what happened, and what happens next by when. Nothing of the matter and nobody's name is in it. */
const WORDS: Readonly<Record<Template, (facts: MessageFacts, options: In) => Words>> = {
  receipt: (facts, options) => ({
    subject: m.mail_receipt_subject(number(facts), options),
    happened: m.mail_receipt_happened(number(facts), options),
    next: m.mail_receipt_next(when(facts, options), options),
  }),
  accepted: (facts, options) => ({
    subject: m.mail_accepted_subject(number(facts), options),
    happened: m.mail_accepted_happened(number(facts), options),
    next: m.mail_accepted_next(when(facts, options), options),
  }),
  declined: (facts, options) => {
    if (facts.declined === null) throw new TypeError('a message of declining without its reason');
    const { reason, competentBody } = facts.declined;
    return {
      subject: m.mail_declined_subject(number(facts), options),
      happened: m.mail_declined_happened({ ...number(facts), reason: REASONS[reason]({}, options) }, options),
      next: m.mail_declined_next({ body: competentBody }, options),
    };
  },
  merged: (facts, options) => ({
    subject: m.mail_merged_subject(number(facts), options),
    happened: m.mail_merged_happened(number(facts), options),
    next: m.mail_merged_next({}, options),
  }),
  under_supervision: (facts, options) => ({
    subject: m.mail_under_supervision_subject(number(facts), options),
    happened: m.mail_under_supervision_happened(number(facts), options),
    next: m.mail_under_supervision_next(when(facts, options), options),
  }),
  question: (facts, options) => ({
    subject: m.mail_question_subject(number(facts), options),
    happened: m.mail_question_happened(number(facts), options),
    next: m.mail_question_next(when(facts, options), options),
  }),
  answered: (facts, options) => ({
    subject: m.mail_answered_subject(number(facts), options),
    happened: m.mail_answered_happened(number(facts), options),
    next:
      facts.due === null
        ? m.mail_settled_next(until(facts, options), options)
        : m.mail_answered_next({ ...when(facts, options), ...until(facts, options) }, options),
  }),
  closed: (facts, options) => ({
    subject: m.mail_closed_subject(number(facts), options),
    happened: m.mail_closed_happened(number(facts), options),
    next: m.mail_closed_next(until(facts, options), options),
  }),
  reopened: (facts, options) => ({
    subject: m.mail_reopened_subject(number(facts), options),
    happened: m.mail_reopened_happened(number(facts), options),
    next: m.mail_reopened_next({}, options),
  }),
};

/** The words of a message to a complainant, in their language. */
export const composeMessage: Compose = (template, locale, facts) => {
  const options = { locale };
  const { subject, happened, next } = WORDS[template](facts, options);
  const parts = [
    m.mail_hello({}, options),
    happened,
    next,
    m.mail_look({ url: facts.trackingUrl }, options),
    m.mail_footer({}, options),
  ];
  return { subject, text: `${parts.join('\n\n')}\n` };
};

function number({ trackingNumber }: MessageFacts): { number: string } {
  return { number: trackingNumber };
}

function when({ due }: MessageFacts, options: In): { when: string } {
  return { when: due === null ? '' : dueText(due, options) };
}

function until({ until: last }: MessageFacts, { locale }: In): { until: string } {
  return { until: last === null ? '' : dayText(last, locale) };
}

function dueText({ date, half, provisional }: Due, options: In): string {
  const day = { date: dayText(date, options.locale) };
  const text = half === 'am' ? m.mail_noon(day, options) : m.mail_day(day, options);
  return provisional ? m.mail_provisional({ when: text }, options) : text;
}

function dayText(date: LocalDate, locale: MessageLocale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(date));
}
