import process from 'node:process';
import {
  ClockDiffers,
  connectionFigures,
  demandSameClock,
  fileSettings,
  houseFigures,
  openCarriers,
  openHouse,
  runJobs,
} from '@bihuan/api';
import { openMonitor } from '@bihuan/monitor';
import { collectEarly } from '@bihuan/monitor/collect-early';
import { logLines } from '@bihuan/monitor/log-lines';
import { pino } from 'pino';
import { readEnv, type Env } from './env.ts';
import { logNews } from './log-news.ts';
import { speak } from './speak.ts';

collectEarly();
let env: Env;
try {
  env = readEnv(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const log = pino({ level: env.LOG_LEVEL ?? 'info', base: { app: 'worker' } }, logLines());
const house = openHouse({
  databaseUrl: env.DATABASE_URL,
  masterKey: env.BIHUAN_MASTER_KEY,
  portalUrl: env.PORTAL_URL,
  files: fileSettings(env),
});
const carriers = openCarriers({
  resendApiKey: env.RESEND_API_KEY,
  resendBaseUrl: env.RESEND_BASE_URL,
  smtpUrl: env.SMTP_URL,
  from: env.MAIL_FROM,
  smsUrl: env.SMS_URL,
  smsSecret: env.SMS_SECRET,
  appUrl: env.APP_MESSAGE_URL,
  appSecret: env.APP_MESSAGE_SECRET,
});

const monitor = openMonitor({
  ...{ app: 'worker', port: env.METRICS_PORT, host: env.METRICS_HOST },
  isReady: async () => {
    await demandSameClock(house);
    return running !== undefined;
  },
  figures: [...connectionFigures(house), ...houseFigures(house)],
});

/** Time brings nothing about while the clocks differ; the alert on sweeps tells, and the log says why. */
const mayAct = async () => {
  try {
    await demandSameClock(house);
  } catch (error) {
    if (error instanceof ClockDiffers)
      log.error({ error: error.message }, 'sweeps and removals wait for the clock');
    throw error;
  }
};

let running: Awaited<ReturnType<typeof runJobs>> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));

try {
  const isLoopbackOpen = env.WEBHOOK_LOOPBACK === '1';
  const courier = { carriers, speech: speak, adminUrl: env.ADMIN_URL ?? '', isLoopbackOpen };
  running = await runJobs(house, courier, logNews(log, monitor), mayAct);
  const mail = carriers.email === null ? 'local outbox' : env.RESEND_API_KEY ? 'resend' : 'smtp';
  const [sms, app] = [carriers.sms, carriers.app].map((one) => (one === null ? 'local outbox' : 'http'));
  log.info({ mail, sms, app }, 'worker is up');
} catch (error) {
  log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'worker could not start');
  process.exit(1);
}

async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'worker is stopping');
  // One that still waits for its database has nothing in hand.
  if (running !== undefined) {
    await running.stop();
    await Promise.all([house.close(), monitor.close()]);
  }
  process.exit(0);
}
