import { policyInForce, policyVersion, readCalendar, readPeriodSchedule } from '@bihuan/db';
import {
  DEFAULT_BULLETIN,
  DEFAULT_CALLBACKS,
  DEFAULT_CARDS,
  DEFAULT_DEADLINES,
  DEFAULT_OPEN_DATA,
  DEFAULT_RETENTION,
  DEFAULT_INDICATORS,
  DEFAULT_SCORING,
  DEFAULT_SIGNALS,
  DEFAULT_SUPERVISION,
  localDateOf,
  type BulletinPolicy,
  type CallbackPolicy,
  type CardPolicy,
  type DeadlinePolicy,
  type IndicatorPolicy,
  type LocalDate,
  type OpenDataPolicy,
  type RetentionPolicy,
  type PeriodSchedule,
  type ScoringPolicy,
  type SignalPolicy,
  type SupervisionPolicy,
  type WorkingCalendar,
} from '@bihuan/domain';
import type { House } from '../house.ts';

const KEEP_MS = 10_000;

type Kept = { until: number; values: Map<string, Promise<unknown>> };

const kept = new WeakMap<House['db'], Kept>();

/** The official calendar; read again at most every ten seconds. */
export function calendarOf(house: House): Promise<WorkingCalendar> {
  return keep(house, 'calendar', () => readCalendar(house.db));
}

/** The deadline policy a case started under, or the one in force now. */
export function deadlinesOf(house: House, version?: string): Promise<DeadlinePolicy> {
  if (version !== undefined)
    return keep(
      house,
      `deadlines:${version}`,
      async () => (await policyVersion(house.db, 'deadlines', version)) ?? DEFAULT_DEADLINES,
    );
  const on = localDateOf(house.now());
  return keep(
    house,
    `deadlines@${on}`,
    async () => (await policyInForce(house.db, 'deadlines', on)) ?? DEFAULT_DEADLINES,
  );
}

/** Each category with those above it, the nearest first; of codes that the catalogue does not know themselves alone. */
export async function categoryLines(
  house: House,
  codes: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const parents = await keep(house, 'categories', async () => {
    const rows = await house.db.prisma.category.findMany({ select: { code: true, parent: true } });
    return new Map(rows.map(({ code, parent }) => [code, parent]));
  });
  return [...new Set(codes)].map((code) => {
    const line: string[] = [];
    for (let at: string | null = code; at !== null && !line.includes(at); at = parents.get(at) ?? null)
      line.push(at);
    return line;
  });
}

/** The scoring policy in force now. */
export function scoringOf(house: House): Promise<ScoringPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `scoring@${on}`,
    async () => (await policyInForce(house.db, 'scoring', on)) ?? DEFAULT_SCORING,
  );
}

/** The policy of cards in force now. */
export function cardsOf(house: House): Promise<CardPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `cards@${on}`,
    async () => (await policyInForce(house.db, 'cards', on)) ?? DEFAULT_CARDS,
  );
}

/** The policy of bulletins in force now. */
export function bulletinPolicyOf(house: House): Promise<BulletinPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `bulletin@${on}`,
    async () => (await policyInForce(house.db, 'bulletin', on)) ?? DEFAULT_BULLETIN,
  );
}

/** The policy of supervision in force now. */
export function supervisionOf(house: House): Promise<SupervisionPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `supervision@${on}`,
    async () => (await policyInForce(house.db, 'supervision', on)) ?? DEFAULT_SUPERVISION,
  );
}

/** The policy of indicators on a day, today where none is named. */
export function indicatorPolicyOn(house: House, day?: LocalDate): Promise<IndicatorPolicy> {
  const on = day ?? localDateOf(house.now());
  return keep(
    house,
    `indicators@${on}`,
    async () => (await policyInForce(house.db, 'indicators', on)) ?? DEFAULT_INDICATORS,
  );
}

/** What is told of by itself, by the rules in force now. */
export function signalsOf(house: House): Promise<SignalPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `signals@${on}`,
    async () => (await policyInForce(house.db, 'signals', on)) ?? DEFAULT_SIGNALS,
  );
}

/** The policy of callbacks on a day: what a case came under stays, whatever is published later. */
export function callbackPolicyOn(house: House, on: LocalDate): Promise<CallbackPolicy> {
  return keep(
    house,
    `callbacks@${on}`,
    async () => (await policyInForce(house.db, 'callbacks', on)) ?? DEFAULT_CALLBACKS,
  );
}

/** How quarters are bounded. */
export function periodsOf(house: House): Promise<PeriodSchedule> {
  return keep(house, 'periods', () => readPeriodSchedule(house.db));
}

/** The policy of what is given away as data, in force now. */
export function openDataOf(house: House): Promise<OpenDataPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `open_data@${on}`,
    async () => (await policyInForce(house.db, 'open_data', on)) ?? DEFAULT_OPEN_DATA,
  );
}

/** How long personal data is kept, by the rules in force now. */
export function retentionTermsOf(house: House): Promise<RetentionPolicy> {
  const on = localDateOf(house.now());
  return keep(
    house,
    `retention@${on}`,
    async () => (await policyInForce(house.db, 'retention', on)) ?? DEFAULT_RETENTION,
  );
}

/** Drops what is kept, after a calendar or a policy was changed in this process. */
export function forgetRules(house: House): void {
  kept.delete(house.db);
}

function keep<Value>(house: House, key: string, read: () => Promise<Value>): Promise<Value> {
  const clock = performance.now();
  let entry = kept.get(house.db);
  if (entry === undefined || entry.until < clock) {
    entry = { until: clock + KEEP_MS, values: new Map() };
    kept.set(house.db, entry);
  }
  const known = entry.values.get(key) as Promise<Value> | undefined;
  if (known !== undefined) return known;
  const reading = read();
  entry.values.set(key, reading);
  reading.catch(() => kept.delete(house.db));
  return reading;
}
