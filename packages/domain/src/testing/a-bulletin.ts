import type { Bulletin, BulletinForm, BulletinStatus } from '../bulletin/bulletin.ts';
import type { BulletinEvent } from '../bulletin/bulletin-event.ts';
import { foldBulletin } from '../bulletin/evolve-bulletin.ts';
import { FIGURES, type FigureKey, type MonthSnapshot } from '../bulletin/figure.ts';

const FORM: BulletinForm = {
  version: 'form-1',
  head: '开发区管理委员会',
  issuer: '开发区督查考核办公室',
  numberWord: '开督通',
  headings: { complaints: '诉求受理情况' },
  words: {},
};

/** October 2026, counted on 2 November; nothing happened but what is given. */
export function aMonthSnapshot(values: Partial<Record<FigureKey, number>> = {}): MonthSnapshot {
  return {
    of: 'month',
    month: '2026-10',
    firstDay: '2026-10-01',
    lastDay: '2026-10-31',
    cutAt: '2026-11-02T01:00:00.000Z',
    cutPosition: '4711',
    policyVersion: 'bulletin-1',
    figures: FIGURES.map((key) => ({
      key,
      value: values[key] ?? 0,
      rows: Array.from({ length: values[key] ?? 0 }, (_, index) => ({
        about: 'complaint' as const,
        id: `complaint-${index + 1}`,
        number: `BH-${index + 1}`,
      })),
    })),
    departments: [],
    strikeOffs: [],
    recurring: [],
    corrections: [],
    categories: [],
  };
}

/** The events that lead a bulletin of October 2026 into a state: drafted by the clock, edited by the triage admin. */
export function bulletinHistory(status: BulletinStatus): readonly BulletinEvent[] {
  const events: readonly BulletinEvent[] = [
    {
      type: 'BulletinDrafted',
      at: '2026-11-02T01:00:00.000Z',
      id: 'bulletin-1',
      kind: 'monthly',
      month: '2026-10',
      by: null,
      snapshot: aMonthSnapshot({ filed: 12 }),
      form: FORM,
      texts: { title: '关于2026年10月督办情况的通报', opening: '现将有关情况通报如下。' },
    },
    {
      type: 'BulletinTextsEdited',
      at: '2026-11-02T02:00:00.000Z',
      by: 'triage_admin-of-supervision-office',
      texts: { next_steps: '请各部门抓紧办理。' },
    },
  ];
  const approved: BulletinEvent = {
    type: 'BulletinApproved',
    at: '2026-11-02T03:00:00.000Z',
    by: 'leader-of-leadership',
    number: '开督通〔2026〕1号',
    contentHash: 'c0ffee',
  };
  const published: BulletinEvent = {
    type: 'BulletinPublished',
    at: '2026-11-02T04:00:00.000Z',
    by: 'triage_admin-of-supervision-office',
    documentHash: 'd0c',
  };
  const archived: BulletinEvent = {
    type: 'BulletinArchived',
    at: '2026-12-01T01:00:00.000Z',
    by: 'triage_admin-of-supervision-office',
  };
  const order: readonly BulletinStatus[] = ['draft', 'approved', 'published', 'archived'];
  return [...events, ...[approved, published, archived].slice(0, order.indexOf(status))];
}

export function aBulletin(status: BulletinStatus): Bulletin {
  return foldBulletin(bulletinHistory(status)) as Bulletin;
}
