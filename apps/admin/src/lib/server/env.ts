import { fileVariables, monitorVariables, stopVariables, readMasterKeys } from '@bihuan/api';
import { z } from 'zod';

const address = z.url('must be an address such as https://bihuan.example').transform((text) => new URL(text));

const schema = z.object({
  DATABASE_URL: z.string('is missing').regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  BIHUAN_MASTER_KEY: z
    .string('is missing')
    .refine((text) => readMasterKeys(text) !== null, 'must be 32 bytes in base64'),
  PORTAL_URL: address,
  ADMIN_URL: address,
  ...fileVariables,
  ...monitorVariables,
  ...stopVariables,
});

export type Env = z.output<typeof schema>;

/** The environment of this app. Throws one message that names everything missing or wrong. */
export function readEnv(given: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new Error(`The environment of the admin app is not complete:\n${lines.join('\n')}`);
}
