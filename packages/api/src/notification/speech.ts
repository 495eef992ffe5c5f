import type { DeclineReason, Due, LocalDate, NoticeLocale } from '@bihuan/domain';

/** Dates and terms in words; the apps bring the catalogue. */
export type Speech = {
  readonly due: (due: Due, locale: NoticeLocale) => string;
  readonly day: (date: LocalDate, locale: NoticeLocale) => string;
  /** A quarter in words: `2026-Q3`. */
  readonly period: (period: string, locale: NoticeLocale) => string;
  /** The bulletin of a month: `2026-10`. */
  readonly bulletin: (month: string, locale: NoticeLocale) => string;
  /** The special report on the item of that number. */
  readonly specialReport: (number: string, locale: NoticeLocale) => string;
  /** A kind of policy. */
  readonly policy: (kind: string, locale: NoticeLocale) => string;
  readonly declineReason: (reason: DeclineReason, locale: NoticeLocale) => string;
};
