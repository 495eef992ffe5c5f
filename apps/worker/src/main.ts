import process from 'node:process';
import { openCarrier, openHouse, runJobs } from '@bihuan/api';
import { pino } from 'pino';
import { composeMessage } from './compose-message.ts';
import { readEnv, type Env } from './env.ts';
import { logNews } from './log-news.ts';

let env: Env;
try {
  env = readEnv(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const log = pino({ level: env.LOG_LEVEL ?? 'info', base: { app: 'worker' } });
const house = openHouse({
  databaseUrl: env.DATABASE_URL,
  masterKey: env.BIHUAN_MASTER_KEY,
  portalUrl: env.PORTAL_URL,
});
const carrier = openCarrier({
  resendApiKey: env.RESEND_API_KEY,
  resendBaseUrl: env.RESEND_BASE_URL,
  smtpUrl: env.SMTP_URL,
  from: env.MAIL_FROM,
});

let running: Awaited<ReturnType<typeof runJobs>> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));

try {
  running = await runJobs(house, { carrier, compose: composeMessage }, logNews(log));
  const mail = carrier === null ? 'local outbox' : env.RESEND_API_KEY ? 'resend' : 'smtp';
  log.info({ mail }, 'worker is up');
} catch (error) {
  log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'worker could not start');
  process.exit(1);
}

async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'worker is stopping');
  // One that still waits for its database has nothing in hand.
  if (running !== undefined) {
    await running.stop();
    await house.close();
  }
  process.exit(0);
}
