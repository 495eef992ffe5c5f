import { expect, it } from 'vitest';
import { readEnv } from './env.ts';

const WHOLE = {
  DATABASE_URL: 'postgresql://bihuan@127.0.0.1/bihuan',
  BIHUAN_MASTER_KEY: Buffer.alloc(32).toString('base64'),
  PORTAL_URL: 'https://portal.example',
  ADMIN_URL: 'https://admin.example',
  DATA_DIR: '/var/lib/bihuan',
};

it('reads a whole environment', () => {
  expect(readEnv(WHOLE).ADMIN_URL.origin).toBe('https://admin.example');
});

it('names everything that is missing or wrong at once', () => {
  const broken = { ...WHOLE, DATABASE_URL: undefined, BIHUAN_MASTER_KEY: 'c2hvcnQ=', DATA_DIR: 'data' };
  expect(() => readEnv(broken)).toThrow(
    'The environment of the admin app is not complete:\n  DATABASE_URL is missing\n  BIHUAN_MASTER_KEY must be 32 bytes in base64\n  DATA_DIR must be an absolute path',
  );
});
