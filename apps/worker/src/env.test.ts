import { expect, it } from 'vitest';
import { readEnv } from './env.ts';

const sound = {
  DATA_DIR: '/var/lib/bihuan',
  DATABASE_URL: 'postgresql://bihuan@127.0.0.1:5432/bihuan',
  BIHUAN_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  PORTAL_URL: 'https://window.example.cn',
};

it('takes what it needs, and treats empty as unset', () => {
  expect(readEnv({ ...sound, SMTP_URL: '', RESEND_API_KEY: '' })).toEqual(sound);
});

it.each([
  [{ DATABASE_URL: undefined }, 'DATABASE_URL is missing'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgresql://'],
  [{ BIHUAN_MASTER_KEY: 'c2hvcnQ=' }, 'BIHUAN_MASTER_KEY must be 32 bytes in base64'],
  [{ PORTAL_URL: 'window' }, 'PORTAL_URL must be the address of the portal'],
  [{ SMTP_URL: 'smtp://mail.example.cn' }, 'MAIL_FROM is missing'],
  [
    { SMTP_URL: 'smtp://a', RESEND_API_KEY: 're_1', MAIL_FROM: 'a@b.cn' },
    'SMTP_URL and RESEND_API_KEY are both set',
  ],
  [{ SMS_URL: 'https://sms.example.cn/send' }, 'SMS_SECRET is missing'],
  [{ APP_MESSAGE_URL: 'wx', APP_MESSAGE_SECRET: 'x' }, 'APP_MESSAGE_SECRET must have at least 16'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be debug, info, warn or error'],
])('says what is wrong with %o', (change, sentence) => {
  expect(() => readEnv({ ...sound, ...change })).toThrow(sentence);
});
