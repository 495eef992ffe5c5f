import { fileVariables, monitorVariables, readMasterKeys } from '@bihuan/api';
import { z } from 'zod';

/** Unset and empty are the same. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (text === '' ? undefined : text), schema.optional());

const schema = z
  .object({
    DATABASE_URL: z
      .string('is missing')
      .regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/database'),
    BIHUAN_MASTER_KEY: z
      .string('is missing')
      .refine((text) => readMasterKeys(text) !== null, 'must be 32 bytes in base64'),
    PORTAL_URL: z.url({
      protocol: /^https?$/,
      error: 'must be the address of the portal, such as https://window.example.cn',
    }),
    ADMIN_URL: optional(z.url({ protocol: /^https?$/, error: 'must be the address of the office' })),
    ...fileVariables,
    ...monitorVariables,
    RESEND_API_KEY: optional(z.string()),
    RESEND_BASE_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an address, or be left out' })),
    SMTP_URL: optional(
      z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }),
    ),
    MAIL_FROM: optional(z.string().regex(/@/, 'must hold an e-mail address')),
    SMS_URL: optional(z.url({ protocol: /^https?$/, error: 'must be the address messages are posted to' })),
    SMS_SECRET: optional(z.string().min(16, 'must have at least 16 characters')),
    APP_MESSAGE_URL: optional(
      z.url({ protocol: /^https?$/, error: 'must be the address messages are posted to' }),
    ),
    APP_MESSAGE_SECRET: optional(z.string().min(16, 'must have at least 16 characters')),
    /** 1: webhooks may be sent to this machine, for trials. */
    WEBHOOK_LOOPBACK: optional(z.enum(['0', '1'], 'must be 0 or 1')),
    LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')),
  })
  .superRefine((env, context) => {
    const { RESEND_API_KEY, SMTP_URL, MAIL_FROM } = env;
    const flag = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (RESEND_API_KEY && SMTP_URL) flag('SMTP_URL', 'and RESEND_API_KEY are both set; set one of them');
    if ((RESEND_API_KEY || SMTP_URL) && !MAIL_FROM)
      flag('MAIL_FROM', 'is missing: the address that messages come from');
    if (env.SMS_URL && !env.SMS_SECRET) flag('SMS_SECRET', 'is missing: it signs what is posted to SMS_URL');
    if (env.APP_MESSAGE_URL && !env.APP_MESSAGE_SECRET)
      flag('APP_MESSAGE_SECRET', 'is missing: it signs what is posted to APP_MESSAGE_URL');
  });

export type Env = z.output<typeof schema>;

/** The settings of the worker. Throws with one line for each variable that is missing or wrong. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new Error(`The worker cannot start:\n  ${lines.join('\n  ')}`);
}
