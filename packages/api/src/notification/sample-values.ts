import type { NoticeLocale, OpenValues, PrivateValues } from '@bihuan/domain';

/** What previews and tests are filled with: a case that does not exist. */
export const SAMPLE_VALUES: Readonly<Record<NoticeLocale, OpenValues & PrivateValues>> = {
  'zh-CN': {
    number: 'BH-261012-7K3M9Q-4',
    track_url: 'https://window.example.cn/track?number=BH-261012-7K3M9Q-4',
    due: '2026年10月19日星期一（含当日）前',
    until: '2026年11月2日星期一',
    item_number: 'DB-2026-0118',
    item_url: 'https://office.example.cn/supervision/0118',
    late_count: '1',
    soon_count: '3',
    unread_count: '5',
    item_numbers: 'DB-2026-0118、DB-2026-0121',
    title: '经营范围变更跑了四趟没办成',
    category: '变更备案',
    reason: '属于业务咨询',
    body: '园区政务服务中心咨询台',
    opt_out_url: 'https://window.example.cn/notices/…',
  },
  en: {
    number: 'BH-261012-7K3M9Q-4',
    track_url: 'https://window.example.cn/track?number=BH-261012-7K3M9Q-4',
    due: 'by the end of Monday 19 October 2026',
    until: 'Monday 2 November 2026',
    item_number: 'DB-2026-0118',
    item_url: 'https://office.example.cn/supervision/0118',
    late_count: '1',
    soon_count: '3',
    unread_count: '5',
    item_numbers: 'DB-2026-0118, DB-2026-0121',
    title: 'Four trips for a change of business scope',
    category: 'Changes and filings',
    reason: 'a question, not a complaint',
    body: 'the service hall’s information desk',
    opt_out_url: 'https://window.example.cn/notices/…',
  },
};
