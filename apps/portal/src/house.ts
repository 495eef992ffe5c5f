import { fileSettings, openHouse, type House } from '@bihuan/api';
import { localDateOf } from '@bihuan/api/domain';
import { readEnv, type Env } from './env.ts';

/** The settings and the house of this process, opened once. */
export const env: Env = settings();

export const house: House = openHouse({
  databaseUrl: env.DATABASE_URL,
  readUrl: env.DATABASE_READ_URL,
  masterKey: env.BIHUAN_MASTER_KEY,
  portalUrl: env.PORTAL_URL,
  files: fileSettings(env),
});

function settings(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** The day it is in Shanghai. */
export function today(): string {
  return localDateOf(house.now());
}
