import { fileSettings, openHouse, type House } from '@bihuan/api';
import { readEnv, type Env } from './env.ts';

let opened: { readonly house: House; readonly env: Env } | undefined;

/** The house of this process, opened at the first call. Throws where the environment is not complete. */
export function theHouse(): { readonly house: House; readonly env: Env } {
  if (opened) return opened;
  const env = readEnv(process.env);
  const house = openHouse({
    databaseUrl: env.DATABASE_URL,
    masterKey: env.BIHUAN_MASTER_KEY,
    portalUrl: env.PORTAL_URL.origin,
    files: fileSettings(env),
  });
  opened = { house, env };
  return opened;
}
