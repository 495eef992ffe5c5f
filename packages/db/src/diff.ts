import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from './embedded.ts';
import { migrationsFolder } from './migration/migrations-folder.ts';
import { EVERYTHING, withSchemaEngine } from './migration/schema-engine.ts';

// `node src/diff.ts` prints the SQL that turns an empty database into prisma/schema.prisma.
const folder = await mkdtemp(join(tmpdir(), 'bihuan-diff-'));
await chmod(folder, 0o755);
const server = await openEmbedded({ dataDir: folder, log: console.error });
try {
  const content = await readFile(join(migrationsFolder(), '..', 'schema.prisma'), 'utf8');
  const { stdout } = await withSchemaEngine(server.url, (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    }),
  );
  process.stdout.write(stdout ?? '');
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
