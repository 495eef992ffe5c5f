import { join } from 'node:path';
import { type EmbeddedServer, openEmbedded } from '../embedded.ts';

const DATA_DIR = join(import.meta.dirname, '../../../../.data/test');

/** Opens the one server that all test runs share. It forgets nothing on purpose but is not durable, for speed. */
export function openTestServer(): Promise<EmbeddedServer> {
  return openEmbedded({
    dataDir: DATA_DIR,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
    log: (line) => console.log(`test database: ${line}`),
  });
}
