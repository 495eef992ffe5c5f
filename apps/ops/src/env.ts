import { isAbsolute } from 'node:path';
import { fileVariables, readMasterKeys } from '@bihuan/api';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z
    .string('is missing')
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/database'),
  BIHUAN_MASTER_KEY: z
    .string('is missing')
    .refine((text) => readMasterKeys(text) !== null, 'must be 32 bytes in base64'),
  PORTAL_URL: z.string().optional(),
  ...fileVariables,
  /** Where files are kept; commands that have nothing to do with files run without. */
  DATA_DIR: z.string().refine(isAbsolute, 'must be an absolute path').optional(),
  ADMIN_URL: z.string().default('http://127.0.0.1:4322'),
  /** `0` for a house without the demonstration, `large` for one with sixty departments. */
  DEMO: z.string().default('1'),
});

export type Env = z.output<typeof schema>;

/** The settings of the commands. Throws with one line for each variable that is missing or wrong. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new Error(`${lines.join('; ')}. Run this as: npm run ops -- <command>`);
}
