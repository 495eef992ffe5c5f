import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../toolchain.mjs';

/** Little room for what is young, two pools of memory outside JavaScript, and what is free given back at once. */
const FRUGAL = {
  NODE_OPTIONS: `--max-semi-space-size=4 ${process.env.NODE_OPTIONS ?? ''}`.trimEnd(),
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
  MALLOC_TRIM_THRESHOLD_: process.env.MALLOC_TRIM_THRESHOLD_ ?? '131072',
};

/** The three apps of the product: what to run and with which environment. */
export function listApps(settings, given) {
  const shared = { ...given, ...FRUGAL };
  const isPlainHttp = settings.adminUrl.startsWith('http:') && !process.env.PROTOCOL_HEADER;
  return [
    {
      name: 'portal',
      entry: join(ROOT, 'apps', 'portal', 'dist', 'server', 'entry.mjs'),
      address: settings.portalLocal,
      env: {
        ...shared,
        HOST: settings.host,
        PORT: String(settings.portalPort),
        ASTRO_NODE_LOGGING: 'disabled',
        ...metricsPort('PORTAL'),
      },
    },
    {
      name: 'admin',
      entry: join(ROOT, 'apps', 'admin', 'build', 'index.js'),
      address: settings.adminLocal,
      env: {
        ...shared,
        HOST: settings.host,
        PORT: String(settings.adminPort),
        // Files come as streams; what is no upload is kept far smaller by the app itself.
        BODY_SIZE_LIMIT: '64M',
        SHUTDOWN_TIMEOUT: process.env.SHUTDOWN_TIMEOUT ?? '3',
        ...metricsPort('ADMIN'),
        ...(isPlainHttp ? { PROTOCOL_HEADER: 'x-bihuan-scheme' } : {}),
      },
    },
    {
      name: 'worker',
      entry: join(ROOT, 'apps', 'worker', 'dist', 'main.js'),
      env: { ...shared, ...metricsPort('WORKER') },
    },
  ].filter(({ entry }) => existsSync(entry) || fail(entry));
}

/** Each app tells how it fares on a port of its own, where the environment names one for it. */
function metricsPort(app) {
  return { METRICS_PORT: process.env[`${app}_METRICS_PORT`] ?? '' };
}

function fail(entry) {
  throw new Error(`${entry} is missing`);
}
