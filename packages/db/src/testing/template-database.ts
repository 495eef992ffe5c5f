import { createHash } from 'node:crypto';
import pg from 'pg';
import { FIRST_CATEGORIES } from '../complaint/first-categories.ts';
import { FIRST_QUESTIONS, FIRST_SERVICE_ITEMS, FIRST_PLACES } from '../complaint/first-filing-catalogue.ts';
import { isAlive } from '../embedded/postmaster-lock.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { readMigrations } from '../migration/migrations-folder.ts';

const TEMPLATE_LOCK = 4_201_884;

/**
 * Makes sure the server at `url` has a migrated database to clone, named after the content of the migrations and of the
 * first catalogue, and removes what earlier runs left: templates of other contents, and databases of processes that are
 * gone. Returns the template's name.
 */
export async function prepareTemplate(url: string): Promise<string> {
  const { migrationDirectories } = await readMigrations();
  const content = createHash('sha256')
    .update(
      JSON.stringify([
        migrationDirectories,
        FIRST_CATEGORIES,
        FIRST_QUESTIONS,
        FIRST_SERVICE_ITEMS,
        FIRST_PLACES,
      ]),
    )
    .digest('hex');
  const template = `template_${content.slice(0, 16)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await removeLeftovers(client, template);
    const found = await client.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) await buildTemplate(client, url, template);
    return template;
  } finally {
    await client.end();
  }
}

async function buildTemplate(client: pg.Client, url: string, template: string): Promise<void> {
  const unfinished = `unfinished_${template}`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  await prepareDatabase(withDatabase(url, unfinished), () => undefined, '2026-01-01T00:00:00.000Z');
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

async function removeLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string; sessions: number }>(`
    select d.datname as name, count(a.pid)::int as sessions
    from pg_database d left join pg_stat_activity a on a.datname = d.datname
    group by d.datname`);
  for (const { name, sessions } of rows) {
    const owner = /^test_(\d+)_/.exec(name)?.[1];
    const isAbandoned = owner !== undefined && !isAlive(Number(owner));
    const isOutdated = name.startsWith('template_') && name !== template && sessions === 0;
    if (isAbandoned || isOutdated) await client.query(`drop database if exists ${name} with (force)`);
  }
}

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
