import type { House } from '../../house.ts';
import { announceEvent } from '../announce-event.ts';
import type { Carriers } from '../carrier.ts';
import { deliverMessage } from '../deliver-message.ts';
import type { Speech } from '../speech.ts';

export const NO_CARRIERS: Carriers = { email: null, sms: null, app: null };

/** Dates as they are, so that tests can write them down. */
export const PLAIN_SPEECH: Speech = {
  due: ({ date }) => date,
  day: (date) => date,
  period: (period) => period,
  bulletin: (month) => `bulletin ${month}`,
  specialReport: (number) => `special ${number}`,
  policy: (kind) => kind,
  declineReason: (reason) => reason,
};

export const PLAIN_ANNOUNCER = { speech: PLAIN_SPEECH, adminUrl: 'https://office.example.cn' };

/** Announces what waits in the queue, as the worker would, and delivers nothing. */
export async function drainNotices(house: House): Promise<void> {
  const { rows } = await house.db.pool.query<{ data: unknown }>(
    `DELETE FROM pgboss.job WHERE name = 'notify' RETURNING data`,
  );
  for (const { data } of rows) await announceEvent(house, PLAIN_ANNOUNCER, data);
}

/** Announces and delivers everything that waits, however long it was to wait. */
export async function drainMessages(house: House, carriers: Carriers = NO_CARRIERS): Promise<void> {
  await drainNotices(house);
  const { rows } = await house.db.pool.query<{ data: unknown }>(
    `DELETE FROM pgboss.job WHERE name = 'deliver' RETURNING data`,
  );
  for (const { data } of rows) await deliverMessage(house, carriers, data, false);
}
