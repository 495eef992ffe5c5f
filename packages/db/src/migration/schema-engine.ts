import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type {} from './webassembly.d.ts';
import { adapterForWholeScripts } from './whole-scripts.ts';

/** Nothing in the database is kept out of the engine's sight. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/** Lets `use` work with Prisma's schema engine (WebAssembly, nothing is downloaded) on the database at `url`. */
export async function withSchemaEngine<Result>(
  url: string,
  use: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadProgram();
  const pool = new pg.Pool({ connectionString: url });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(adapterForWholeScripts(pool));
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await use(engine);
  } finally {
    await pool.end();
  }
}

let loading: Promise<void> | undefined;

function loadProgram(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const program = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
    const imports = { './schema_engine_bg.js': { ...bindings } };
    const { exports } = (await WebAssembly.instantiate(program, imports)).instance;
    bindings.__wbg_set_wasm(exports);
    const start = exports['__wbindgen_start'] as () => void;
    start();
  })();
  return loading;
}
