import { NO_OPEN_VALUES, type NoticeLocale, type OpenValues, type PrivateValues } from '@bihuan/domain';
import type { House } from '../house.ts';
import type { NoticeFacts, NoticeSubject } from './notice-facts.ts';
import { ratingToken } from '../complaint/rating-review/rating-token.ts';
import { optOutUrl, portalPage } from './opt-out-token.ts';
import type { Speech } from './speech.ts';

/** What the templates of a message to a complainant are filled with: the number is that of their own complaint. */
export function complainantValues(
  house: House,
  speech: Speech,
  facts: NoticeFacts,
  to: {
    readonly complaintId: string;
    readonly trackingNumber: string;
    readonly title: string;
    readonly categoryName: string;
  },
  locale: NoticeLocale,
): OpenValues & PrivateValues {
  const track = portalPage(house, 'track');
  track.searchParams.set('number', to.trackingNumber);
  const { due, until, declined } = facts;
  return {
    ...NO_OPEN_VALUES,
    number: to.trackingNumber,
    track_url: track.href,
    due: due === null ? '' : speech.due(due, locale),
    until: until === null ? '' : speech.day(until, locale),
    title: to.title,
    category: to.categoryName,
    reason: declined === null ? '' : speech.declineReason(declined.reason, locale),
    body: declined?.competentBody ?? '',
    rate_url: rateUrl(house, facts, to.complaintId),
    opt_out_url: optOutUrl(house, to.complaintId),
  };
}

/** Where the answer is rated without number and code, by each who follows it for themself; empty before there is one. */
function rateUrl(house: House, { answers }: NoticeFacts, complaintId: string): string {
  if (answers === 0) return '';
  const url = portalPage(house, 'rate');
  url.searchParams.set('t', ratingToken(house, complaintId, answers));
  return url.href;
}

const PAGES: Readonly<Record<NoticeFacts['about'], string>> = {
  complaint: 'complaints',
  item: 'supervision',
  inspection: 'inspections',
  indicator: 'indicators',
  sheet: 'appraisal/periods',
  policy: 'policies',
  bulletin: 'bulletins',
  adjustment: 'appraisal/adjustments',
};

/** What the templates of a notice to staff are filled with: numbers, dates and where to look. */
export function staffValues(
  speech: Speech,
  { about, id, trackingNumber, itemNumber, subject, due }: NoticeFacts,
  adminUrl: string,
  locale: NoticeLocale,
): OpenValues {
  const page = about === 'adjustment' ? `/${PAGES[about]}?adjustment=${id}` : `/${PAGES[about]}/${id}`;
  return {
    ...NO_OPEN_VALUES,
    number: trackingNumber ?? '',
    // A notice of a complaint names the complaint alone.
    item_number:
      subject === null ? (about === 'complaint' ? '' : (itemNumber ?? '')) : nameOf(speech, subject, locale),
    item_url: adminUrl === '' ? '' : new URL(page, adminUrl).href,
    due: due === null ? '' : speech.due(due, locale),
  };
}

function nameOf(speech: Speech, subject: NoticeSubject, locale: NoticeLocale): string {
  switch (subject.of) {
    case 'period':
      return speech.period(subject.period, locale);
    case 'month':
      return speech.bulletin(subject.month, locale);
    case 'special':
      return speech.specialReport(subject.number, locale);
    case 'policy':
      return speech.policy(subject.kind, locale);
  }
}
