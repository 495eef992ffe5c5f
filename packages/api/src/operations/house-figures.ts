import { readHouseFigures, readQueues, readWorkers } from '@bihuan/db';
import type { House } from '../house.ts';

type Value = { readonly labels: Readonly<Record<string, string>>; readonly value: number };

/** A figure for whoever watches over the house, read when it is asked for. Labels hold words of ours alone. */
export type HouseFigure = {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  read(): Promise<readonly Value[]>;
};

/** The connections that this process holds. */
export function connectionFigures({ db }: House): readonly HouseFigure[] {
  const pools = { reads: db.pool, writes: db.writer };
  const read = async () =>
    Object.entries(pools).flatMap(([pool, { totalCount, idleCount, waitingCount }]) => [
      { labels: { pool, state: 'open' }, value: totalCount },
      { labels: { pool, state: 'idle' }, value: idleCount },
      { labels: { pool, state: 'waited_for' }, value: waitingCount },
    ]);
  const help = 'connections to the database, and who waits for one';
  return [{ name: 'bihuan_database_connections', help, labels: ['pool', 'state'], read }];
}

/** How queues, messages and the worker's processes stand. Everything here is of the whole house, so that one process tells it. */
export function houseFigures({ db }: House): readonly HouseFigure[] {
  const one = (name: string, help: string, value: () => Promise<number | null>): HouseFigure => ({
    ...{ name, help, labels: [] },
    read: async () => {
      const found = await value();
      return found === null ? [] : [{ labels: {}, value: found }];
    },
  });
  return [
    {
      ...{ name: 'bihuan_queue_jobs', help: 'jobs by queue', labels: ['queue', 'state'] },
      read: async () =>
        (await readQueues(db)).flatMap(({ name: queue, waiting, active, failed }) => [
          { labels: { queue, state: 'waiting' }, value: waiting },
          { labels: { queue, state: 'active' }, value: active },
          { labels: { queue, state: 'failed' }, value: failed },
        ]),
    },
    {
      ...{ name: 'bihuan_queue_oldest_seconds', help: 'how long the oldest job waits', labels: ['queue'] },
      read: async () =>
        (await readQueues(db)).map(({ name: queue, oldestWaitingAt: at }) => ({
          labels: { queue },
          value: at === null ? 0 : Math.max(0, (Date.now() - at.getTime()) / 1000),
        })),
    },
    one(
      'bihuan_workers_live',
      'processes of the worker that are heard',
      async () => (await readWorkers(db)).filter(({ isLive }) => isLive).length,
    ),
    {
      ...{ name: 'bihuan_messages', help: 'messages by state', labels: ['state'] },
      read: async () => {
        const { messagesQueued, messagesFailed } = await readHouseFigures(db);
        return [
          { labels: { state: 'queued' }, value: messagesQueued },
          { labels: { state: 'failed' }, value: messagesFailed },
        ];
      },
    },
    one('bihuan_webhooks_dead', 'webhook deliveries that were given up', async () => {
      return (await readHouseFigures(db)).webhooksDead;
    }),
    one('bihuan_last_event_timestamp_seconds', 'when the last event was written', async () => {
      const { lastEventAt } = await readHouseFigures(db);
      return lastEventAt === null ? null : lastEventAt.getTime() / 1000;
    }),
    one('bihuan_database_bytes', 'room that the database takes', async () => {
      return (await readHouseFigures(db)).databaseBytes;
    }),
  ];
}
