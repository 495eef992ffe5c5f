import { prepareTemplate } from './template-database.ts';
import { openTestServer } from './test-server.ts';

/**
 * Vitest's globalSetup for suites that use the database: opens the shared test server and its migrated template.
 * With TEST_DATABASE_URL set, that server is used instead (its account must be allowed to create databases).
 */
export default async function setUpTestDatabases(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? undefined : await openTestServer();
  const url = given ?? server?.url ?? '';
  try {
    process.env['BIHUAN_TEST_SERVER'] = url;
    process.env['BIHUAN_TEST_TEMPLATE'] = await prepareTemplate(url);
  } catch (error) {
    await server?.stop();
    throw error;
  }
  return async () => {
    await server?.stop();
  };
}
