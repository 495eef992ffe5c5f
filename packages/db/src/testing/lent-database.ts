import pg from 'pg';
import { openDatabase, type Database } from '../database.ts';
import { createTestDatabase } from './test-database.ts';
import { readPristine, restorePristine, type Pristine } from './pristine.ts';

/** A database that one test has for itself, as empty as the migrated template. */
export type LentDatabase = {
  readonly db: Database;
  /** Empties it for the next test, or removes it where it cannot be trusted any more. */
  giveBack(): Promise<void>;
};

type Lendable = {
  readonly db: Database;
  readonly keeper: pg.Client;
  readonly pristine: Pristine;
  drop(): Promise<void>;
};

/** What tests of this process have given back. PostgreSQL plans anew in every database: a second use is many times as fast. */
const free: Lendable[] = [];

/** Lends a database with warm connections, or makes one. */
export async function lendDatabase(): Promise<LentDatabase> {
  const lendable = free.pop() ?? (await make());
  // What the product remembers, it remembers by this object.
  const db = { ...lendable.db, close: () => Promise.resolve() };
  return {
    db,
    giveBack: async () => {
      const isAsItWas = await restorePristine(lendable.keeper, lendable.pristine).catch(() => false);
      if (isAsItWas) free.push(lendable);
      else await lendable.drop();
    },
  };
}

async function make(): Promise<Lendable> {
  const { url, drop } = await createTestDatabase();
  const keeper = new pg.Client({ connectionString: url, application_name: 'keeper' });
  keeper.on('error', () => undefined);
  await keeper.connect();
  const db = openDatabase(url, 4);
  return {
    db,
    keeper,
    pristine: await readPristine(keeper),
    drop: async () => {
      // Whoever still holds a connection would be waited for without end.
      void db.close().catch(() => undefined);
      await keeper.end();
      await drop();
    },
  };
}
