import {
  DEFAULT_PERIODS,
  DEFAULT_APPRAISAL,
  DEFAULT_GROUPS,
  DEFAULT_COEFFICIENTS,
  DEFAULT_PAY,
  DEFAULT_BULLETIN,
  DEFAULT_CARDS,
  DEFAULT_DEADLINES,
  DEFAULT_OPEN_DATA,
  DEFAULT_RETENTION,
  DEFAULT_INDICATORS,
  DEFAULT_SCORING,
  DEFAULT_SIGNALS,
  DEFAULT_SUPERVISION,
} from '@bihuan/domain';
import { COVERED_YEARS, officialDays } from './calendar/covered-years.ts';
import { saveCalendarYear } from './calendar/calendar-store.ts';
import { loadFirstCategories } from './complaint/first-categories.ts';
import { loadFirstFilingCatalogue } from './complaint/first-filing-catalogue.ts';
import type { Database } from './database.ts';
import { loadFirstNotices } from './notification/notice-version-store.ts';
import { publishPolicy } from './policy/policy-store.ts';

const EPOCH = '2025-01-01';

/** Calendar years, first policies, the first catalogue: what every installation starts from. May run any number of times. */
export async function loadReferenceData(db: Pick<Database, 'prisma'>, now: string): Promise<void> {
  const loaded = new Set((await db.prisma.calendarYear.findMany()).map(({ year }) => year));
  for (const year of COVERED_YEARS.filter((one) => !loaded.has(one)))
    await saveCalendarYear(db, year, officialDays(year), '国务院办公厅关于部分节假日安排的通知', now);
  await publishPolicy(db, 'deadlines', DEFAULT_DEADLINES, EPOCH, 'docs/rules/deadlines.md', now);
  await publishPolicy(db, 'scoring', DEFAULT_SCORING, EPOCH, 'docs/rules/scoring.md', now);
  await publishPolicy(db, 'cards', DEFAULT_CARDS, EPOCH, 'docs/rules/cards.md', now);
  await publishPolicy(db, 'bulletin', DEFAULT_BULLETIN, EPOCH, 'docs/rules/bulletins.md', now);
  await publishPolicy(db, 'signals', DEFAULT_SIGNALS, EPOCH, 'docs/rules/signals.md', now);
  await publishPolicy(db, 'supervision', DEFAULT_SUPERVISION, EPOCH, 'docs/rules/supervision.md', now);
  await publishPolicy(db, 'indicators', DEFAULT_INDICATORS, EPOCH, 'docs/rules/indicators.md', now);
  await publishPolicy(db, 'periods', DEFAULT_PERIODS, EPOCH, 'docs/rules/scoring.md', now);
  await publishPolicy(db, 'appraisal', DEFAULT_APPRAISAL, EPOCH, 'docs/rules/scoring.md', now);
  await publishPolicy(db, 'groups', DEFAULT_GROUPS, EPOCH, 'docs/rules/scoring.md', now);
  await publishPolicy(db, 'coefficients', DEFAULT_COEFFICIENTS, EPOCH, 'docs/rules/scoring.md', now);
  await publishPolicy(db, 'pay', DEFAULT_PAY, EPOCH, 'docs/rules/scoring.md', now);
  await publishPolicy(db, 'open_data', DEFAULT_OPEN_DATA, EPOCH, 'docs/rules/open-data.md', now);
  await publishPolicy(db, 'retention', DEFAULT_RETENTION, EPOCH, 'docs/rules/retention.md', now);
  await loadFirstCategories(db);
  await loadFirstNotices(db, now);
  await loadFirstFilingCatalogue(db);
}
