import { fileVariables, monitorVariables, stopVariables, readMasterKeys } from '@bihuan/api';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  /** A streaming replica, for what is published and may be some seconds old. */
  DATABASE_READ_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' })
    .or(z.literal('').transform(() => undefined))
    .optional(),
  BIHUAN_MASTER_KEY: z
    .string('is missing')
    .refine((text) => readMasterKeys(text) !== null, 'must be 32 bytes in base64'),
  PORTAL_URL: z.url({ protocol: /^https?$/, error: 'must be the public http(s) address of this portal' }),
  /** Signs the reports of Resend, `whsec_…`; without it there is no page that takes them. */
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[\w+/=]+$/, 'must look like whsec_…')
    .or(z.literal('').transform(() => undefined))
    .optional(),
  /** Shared with the provider of SMS; signs its reports. */
  SMS_SECRET: z
    .string()
    .min(16, 'must have at least 16 characters')
    .or(z.literal('').transform(() => undefined))
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1, 'must be a port').max(65535, 'must be a port').default(4321),
  /** What `jurisdiction_id` is in Open311; the host of PORTAL_URL where not set. */
  OPEN311_JURISDICTION: z.string().min(1).optional(),
  /** Origins whose pages may use Open311 from a browser, comma separated; none by default. */
  OPEN311_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/, error: 'must be http(s) origins, comma separated' }))),
  ...fileVariables,
  ...monitorVariables,
  ...stopVariables,
  /** Whether a proxy stands in front and its X-Forwarded-For is to be believed. */
  TRUST_PROXY: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
});

export type Env = z.output<typeof schema>;

/** The settings of this process. Throws with one line per setting that is missing or wrong. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new Error(`The portal cannot start, its settings are not right:\n${lines.join('\n')}`);
}
