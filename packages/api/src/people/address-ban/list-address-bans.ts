import { busiestOrigins, loadBan, readNames, type LoadedBan } from '@bihuan/db';
import {
  addDays,
  BAN_DAYS,
  hasRole,
  isBanning,
  localDateOf,
  type Actor,
  type Instant,
  type LocalDate,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { readWindowPhone } from './window-phone.ts';

/** An address that filings came from of late, told by the first characters of its hash. */
export type FilingOriginLine = {
  readonly origin: string;
  readonly filings: number;
  readonly lastAt: Instant;
  readonly isBanned: boolean;
};

export type AddressBanLine = {
  readonly id: string;
  /** Hash of the address in hex; null where it was forgotten. */
  readonly origin: string | null;
  readonly reason: string;
  readonly bannedAt: Instant;
  readonly bannedBy: string;
  readonly until: LocalDate;
  readonly isRunning: boolean;
  readonly lifted: { readonly at: Instant; readonly by: string; readonly reason: string } | null;
};

export type AddressBans = {
  readonly bans: readonly AddressBanLine[];
  readonly origins: readonly FilingOriginLine[];
  readonly phone: string | null;
  readonly mayDecide: boolean;
  readonly today: LocalDate;
  readonly lastDay: LocalDate;
};

const MOST = 100;
const MOST_ORIGINS = 10;

/** Every ban with who gave and who lifted it and why, and where most came from of late. For system admins; auditors may read. */
export async function listAddressBans(house: House, actor: Actor): Promise<Result<AddressBans>> {
  if (!hasRole(actor, 'system_admin', 'auditor')) return refusal('not_found');
  const now = house.now();
  const rows = await house.db.prisma.addressBan.findMany({
    orderBy: [{ bannedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  const [loaded, busiest, phone] = await Promise.all([
    Promise.all(rows.map(({ id }) => loadBan(house.db, id))),
    busiestOrigins(house.db, MOST_ORIGINS),
    readWindowPhone(house),
  ]);
  const bans = loaded.filter((one): one is LoadedBan => one !== null);
  const { people } = await readNames(
    house.db,
    [],
    bans.flatMap(({ events }) =>
      events.flatMap(({ actor: by }) => (by.kind === 'staff' ? [by.staffId] : [])),
    ),
  );
  const origins = new Map(rows.map(({ id, addressHash }) => [id, addressHash && hex(addressHash)]));
  const by = ({ actor: one }: LoadedBan['events'][number]) =>
    one.kind === 'staff' ? (people.get(one.staffId)?.name ?? '') : '';
  const lines = bans.map(({ state, events }): AddressBanLine => {
    const [given, lifting] = events;
    return {
      ...{ id: state.id, reason: state.reason, bannedAt: state.bannedAt, until: state.until },
      origin: origins.get(state.id) ?? null,
      bannedBy: given === undefined ? '' : by(given),
      isRunning: isBanning(state, now),
      lifted:
        lifting === undefined || state.liftedAt === null
          ? null
          : { at: state.liftedAt, by: by(lifting), reason: String(lifting.data['reason'] ?? '') },
    };
  });
  const banned = new Set(lines.flatMap(({ isRunning, origin }) => (isRunning ? [origin] : [])));
  const today = localDateOf(now);
  return done({
    bans: lines,
    origins: busiest.map(({ addressHash, filings, lastAt }) => {
      const origin = hex(addressHash);
      return { origin, filings, lastAt, isBanned: banned.has(origin) };
    }),
    ...{ phone, mayDecide: hasRole(actor, 'system_admin'), today, lastDay: addDays(today, BAN_DAYS) },
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
