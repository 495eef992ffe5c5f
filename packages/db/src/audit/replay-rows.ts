import {
  evolveAddressBan,
  evolveApiKey,
  evolveRecurringMatter,
  evolveSubstitution,
  foldAccess,
  foldAdjustment,
  foldAttachment,
  foldBulletin,
  foldCard,
  foldComplaint,
  foldGamingSignal,
  foldIndicator,
  foldInspection,
  foldItem,
  foldReview,
  foldSheet,
  type AddressBan,
  type AdjustmentEvent,
  type AddressBanEvent,
  type ApiKey,
  type ApiKeyEvent,
  type AttachmentEvent,
  type BulletinEvent,
  type CardEvent,
  type ComplaintEvent,
  type GamingSignalEvent,
  type IdentityEvent,
  type IndicatorEvent,
  type InspectionEvent,
  type ItemEvent,
  type PeriodSchedule,
  type RecurringMatter,
  type RecurringMatterEvent,
  type Substitution,
  type ReviewEvent,
  type SheetEvent,
  type SubstitutionEvent,
} from '@bihuan/domain';
import type { Database } from '../database.ts';
import { gamingSignalRow } from '../appraisal/gaming/gaming-signal-row.ts';
import { indicatorRow } from '../appraisal/indicator/indicator-row.ts';
import { readPeriodSchedule } from '../policy/period-schedule.ts';
import { misplacedCredits } from './replay-credit.ts';
import { replayLedger } from './replay-ledger.ts';
import { addressBanRow } from '../people/address-ban-row.ts';
import { apiKeyRow } from '../people/api-key-row.ts';
import { recurringMatterRow } from '../supervision/recurring-matter-row.ts';
import { substitutionRow } from '../people/substitution-row.ts';
import {
  replayedAccess,
  replayedAdjustment,
  replayedAttachment,
  replayedBulletin,
  replayedCard,
  replayedComplaint,
  replayedInspection,
  replayedItem,
  replayedReview,
  replayedRow,
  replayedSheet,
  type ReplayedRow,
} from './replayed-rows.ts';
import { inOneSnapshot } from './one-snapshot.ts';
import { storedRows } from './stored-rows.ts';
import { toDomainEvent } from './stored-event.ts';
import { walkStreams, type PlacedEvent } from './walk-streams.ts';

/** A row that is not what its events fold to; `found` null where it is absent, `expected` null where it should be. */
export type Difference = {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly expected: string | null;
  readonly found: string | null;
};

export type ReplayReport = {
  readonly streams: number;
  readonly events: number;
  readonly differences: readonly Difference[];
};

const BATCH = 200;

/**
 * Folds all events again and compares what they come to with the rows of complaints, items and all that hangs on them, with
 * the ledger and with its balances. `onProgress` hears how many events are done. Writes nothing.
 */
export async function replayRows(
  db: Pick<Database, 'pool' | 'prisma'>,
  onProgress: (events: number) => void = () => undefined,
): Promise<ReplayReport> {
  return inOneSnapshot(db, async (client) => {
    const differences: Difference[] = [];
    const schedule = await readPeriodSchedule(db);
    const ledger = replayLedger(db, schedule);
    let streams = 0;
    let events = 0;
    let batch: (readonly PlacedEvent[])[] = [];
    const compareBatch = async () => {
      const ids = batch.map((stream) => stream[0]?.streamId ?? '');
      const expected = batch.flatMap((stream) => replayed(stream, schedule));
      differences.push(...compare(expected, await storedRows(client, ids, expected)));
      batch = [];
    };
    for await (const stream of walkStreams(client)) {
      streams += 1;
      events += stream.length;
      batch.push(stream);
      await ledger.add(stream);
      if (batch.length >= BATCH) await compareBatch();
      onProgress(events);
    }
    if (batch.length > 0) await compareBatch();
    differences.push(...compare(ledger.rows(), await ledger.stored(client)));
    differences.push(...(await misplacedCredits(client)));
    return { streams, events, differences };
  });
}

function replayed(stream: readonly PlacedEvent[], schedule: PeriodSchedule): readonly ReplayedRow[] {
  const last = stream.at(-1) as PlacedEvent;
  const head = { version: last.version, hash: last.hash };
  if (last.stream === 'complaint') {
    const complaint = foldComplaint(stream.map((event) => toDomainEvent<ComplaintEvent>(event)));
    return complaint === null ? [] : replayedComplaint(complaint, head, schedule);
  }
  if (last.stream === 'api_key') {
    const key = stream
      .map((event) => toDomainEvent<ApiKeyEvent>(event))
      .reduce<ApiKey | null>(evolveApiKey, null);
    return key === null ? [] : [replayedRow('api_key', key.id, apiKeyRow(key, head))];
  }
  if (last.stream === 'address_ban') {
    const ban = stream
      .map((event) => toDomainEvent<AddressBanEvent>(event))
      .reduce<AddressBan | null>(evolveAddressBan, null);
    return ban === null ? [] : [replayedRow('address_ban', ban.id, addressBanRow(ban, head))];
  }
  if (last.stream === 'substitution') {
    const substitution = stream
      .map((event) => toDomainEvent<SubstitutionEvent>(event))
      .reduce<Substitution | null>(evolveSubstitution, null);
    if (substitution === null) return [];
    return [replayedRow('substitution', substitution.id, substitutionRow(substitution, head))];
  }
  if (last.stream === 'recurring_matter') {
    const matter = stream
      .map((event) => toDomainEvent<RecurringMatterEvent>(event))
      .reduce<RecurringMatter | null>(evolveRecurringMatter, null);
    return matter === null
      ? []
      : [replayedRow('recurring_matter', matter.id, recurringMatterRow(matter, head))];
  }
  if (last.stream === 'card') {
    const events = stream.map((event) => toDomainEvent<CardEvent>(event));
    const card = foldCard(events);
    return card === null ? [] : replayedCard(card, events, head);
  }
  if (last.stream === 'attachment') {
    const attachment = foldAttachment(stream.map((event) => toDomainEvent<AttachmentEvent>(event)));
    return attachment === null ? [] : replayedAttachment(attachment, head);
  }
  if (last.stream === 'rating_review') {
    const review = foldReview(stream.map((event) => toDomainEvent<ReviewEvent>(event)));
    return review === null ? [] : [replayedReview(review, head)];
  }
  if (last.stream === 'identity_access') {
    const access = foldAccess(stream.map((event) => toDomainEvent<IdentityEvent>(event)));
    return access === null ? [] : replayedAccess(access, head);
  }
  if (last.stream === 'adjustment') {
    const adjustment = foldAdjustment(stream.map((event) => toDomainEvent<AdjustmentEvent>(event)));
    return adjustment === null ? [] : [replayedAdjustment(adjustment, head)];
  }
  if (last.stream === 'bulletin') {
    const bulletin = foldBulletin(stream.map((event) => toDomainEvent<BulletinEvent>(event)));
    return bulletin === null ? [] : [replayedBulletin(bulletin, head)];
  }
  if (last.stream === 'gaming_signal') {
    const signal = foldGamingSignal(stream.map((event) => toDomainEvent<GamingSignalEvent>(event)));
    return signal === null ? [] : [replayedRow('gaming_signal', signal.id, gamingSignalRow(signal, head))];
  }
  if (last.stream === 'indicator') {
    const indicator = foldIndicator(stream.map((event) => toDomainEvent<IndicatorEvent>(event)));
    return indicator === null ? [] : [replayedRow('indicator', indicator.id, indicatorRow(indicator, head))];
  }
  if (last.stream === 'period_sheet') {
    const sheet = foldSheet(stream.map((event) => toDomainEvent<SheetEvent>(event)));
    return sheet === null ? [] : replayedSheet(sheet, head);
  }
  if (last.stream === 'inspection') {
    const events = stream.map((event) => toDomainEvent<InspectionEvent>(event));
    const inspection = foldInspection(events);
    return inspection === null ? [] : replayedInspection(inspection, events, head);
  }
  const known = stream.map((event) => toDomainEvent<ItemEvent>(event));
  const item = foldItem(known);
  return item === null ? [] : replayedItem(item, known, head);
}

function compare(expected: readonly ReplayedRow[], found: readonly ReplayedRow[]): readonly Difference[] {
  const name = ({ table, key }: ReplayedRow) => `${table} ${key}`;
  const rest = new Map(found.map((row) => [name(row), row]));
  const differences = expected.flatMap((row): Difference[] => {
    const { table, key } = row;
    const other = rest.get(name(row));
    rest.delete(name(row));
    if (other === undefined) return [{ table, key, column: '', expected: 'a row', found: null }];
    return Object.entries(row.columns).flatMap(([column, value]) => {
      const stored = other.columns[column] ?? null;
      return stored === value ? [] : [{ table, key, column, expected: value, found: stored }];
    });
  });
  const surplus = [...rest.values()].map(({ table, key }) => ({
    table,
    key,
    column: '',
    expected: null,
    found: 'a row',
  }));
  return [...differences, ...surplus];
}
