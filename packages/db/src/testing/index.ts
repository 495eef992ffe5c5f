export { lendDatabase, type LentDatabase } from './lent-database.ts';
export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './test-database.ts';
