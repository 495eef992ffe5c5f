import { evolveAddressBan, type AddressBan, type AddressBanEvent, type LocalDate } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor, type StoredEvent } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { addressBanRow } from './address-ban-row.ts';

type Reads = Pick<Database, 'pool'>;

export type LoadedBan = {
  readonly state: AddressBan;
  readonly head: StreamHead;
  readonly events: readonly StoredEvent[];
};

/** A ban as its events fold to; null where there is none. */
export async function loadBan(db: Reads, id: string): Promise<LoadedBan | null> {
  const events = await readStream(db, id);
  const last = events.at(-1);
  if (last?.stream !== 'address_ban') return null;
  const state = events
    .map((event) => toDomainEvent<AddressBanEvent>(event))
    .reduce<AddressBan | null>(evolveAddressBan, null);
  return state === null ? null : { state, head: { version: last.version, hash: last.hash }, events };
}

/** Statements that keep a new ban, with the keyed hash of the address beside its row. */
export function insertBan(
  ban: AddressBan,
  events: readonly AddressBanEvent[],
  head: StreamHead,
  actor: EventActor,
  addressHash: Buffer,
): readonly Statement[] {
  const appended = appendEvents('address_ban', ban.id, head, actor, events);
  const columns = { ...addressBanRow(ban, appended.head), address_hash: addressHash };
  const names = Object.keys(columns);
  return [
    appended.statement,
    {
      name: 'insert-address-ban',
      text: `INSERT INTO address_ban (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      values: Object.values(columns),
    },
  ];
}

/** Statements that append events to a ban and bring its row up to them. */
export function updateBan(
  ban: AddressBan,
  events: readonly AddressBanEvent[],
  head: StreamHead,
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('address_ban', ban.id, head, actor, events);
  return [
    appended.statement,
    {
      name: 'update-address-ban',
      text: 'UPDATE address_ban SET lifted_at = $2, version = $3, head_hash = $4 WHERE id = $1',
      values: [ban.id, ban.liftedAt, appended.head.version, appended.head.hash],
    },
  ];
}

export type RunningBan = { readonly reason: string; readonly until: LocalDate };

/** The ban that holds for an address on a day, the one that ends last; null where there is none. */
export async function runningBanOf(
  db: Reads,
  addressHash: Buffer,
  today: LocalDate,
): Promise<RunningBan | null> {
  const { rows } = await db.pool.query<RunningBan>({
    name: 'running-ban-of',
    text: `SELECT reason, until_on::text AS until FROM address_ban
WHERE address_hash = $1 AND lifted_at IS NULL AND until_on >= $2 ORDER BY until_on DESC LIMIT 1`,
    values: [addressHash, today],
  });
  return rows[0] ?? null;
}

/** Forgets which addresses were banned where the ban has been over since before `day`. The record of it stays. */
export async function forgetBannedAddresses(db: Reads, day: LocalDate): Promise<void> {
  await db.pool.query({
    name: 'forget-banned-addresses',
    text: `UPDATE address_ban SET address_hash = NULL
WHERE address_hash IS NOT NULL AND (until_on < $1 OR lifted_at < $1::date)`,
    values: [day],
  });
}
