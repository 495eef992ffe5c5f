import process from 'node:process';
import { fileSettings, openHouse, readIndexKeys, type House } from '@bihuan/api';
import { readEnv, type Env } from './env.ts';
import { explainFault } from './explain-fault.ts';

/**
 * Runs a command on the house in use and ends with the exit code it returns. What goes wrong becomes one sentence and
 * exit code 1. `isPrepared`: whether the command needs the tables that `prepare` makes.
 */
export async function withHouse(
  command: (house: House, env: Env) => Promise<number>,
  { isPrepared = true }: { readonly isPrepared?: boolean } = {},
): Promise<void> {
  try {
    const env = readEnv(process.env);
    const { DATABASE_URL: databaseUrl, BIHUAN_MASTER_KEY: masterKey, PORTAL_URL: portalUrl, DATA_DIR } = env;
    const house = openHouse({
      ...{ databaseUrl, masterKey, ...(portalUrl ? { portalUrl } : {}) },
      ...(DATA_DIR === undefined ? {} : { files: fileSettings({ ...env, DATA_DIR }) }),
    });
    try {
      if (isPrepared) await readIndexKeys(house);
      process.exitCode = await command(house, env);
    } finally {
      await house.close();
    }
  } catch (error) {
    console.error(explainFault(error));
    process.exitCode = 1;
  }
}
