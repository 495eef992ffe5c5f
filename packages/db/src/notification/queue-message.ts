import type { OpenText } from '@bihuan/domain';
import type { Keyring } from '../people/keyring.ts';
import type { Statement } from '../statement.ts';

type Words =
  | { readonly channel: 'email'; readonly subject: OpenText; readonly body: string }
  /** Nothing private fits in here: only `fillOpen` makes such text. */
  | { readonly channel: 'sms' | 'app'; readonly subject: ''; readonly body: OpenText };

export type NewMessage = Words & {
  readonly id: string;
  /** What it is about; one message per occasion. */
  readonly occasion: string;
  readonly complaintId: string | null;
  readonly staffId: string | null;
  readonly audience: string;
  readonly template: string;
  readonly locale: string;
  readonly recipient: string;
  readonly rulesVersion: number;
  readonly createdAt: string;
};

/**
 * Keeps a message, recipient and body sealed, and the job that delivers it, `delaySeconds` from now. Neither happens where
 * one of the same occasion is kept already.
 */
export function queueMessage(message: NewMessage, keyring: Keyring, delaySeconds = 0): Statement {
  return insert(message, keyring, 'queued', '', delaySeconds);
}

/** Keeps a message that is not sent, and why. */
export function keepUnsent(message: NewMessage, keyring: Keyring, error: string): Statement {
  return insert(message, keyring, 'failed', error, null);
}

/** Delivers a message again that was given up; nothing where it is not there or was sent. */
export function requeueMessage(id: string): Statement {
  return {
    name: 'requeue-message',
    text: `WITH again AS (UPDATE message SET status = 'queued', error = '', bounced_at = NULL
  WHERE id = $1 AND removed_at IS NULL AND status IN ('failed', 'bounced', 'local') RETURNING id)
${DELIVER} SELECT 'deliver', jsonb_build_object('messageId', id), 12, true, 15, 14400, 120, now() FROM again`,
    values: [id],
  };
}

/** The context that binds a sealed field to its message. */
export function messageContext(field: 'recipient' | 'body', occasion: string): string {
  return `message:${field}:${occasion}`;
}

const DELIVER = `INSERT INTO pgboss.job
  (name, data, retry_limit, retry_backoff, retry_delay, retry_delay_max, expire_seconds, start_after)`;

function insert(
  message: NewMessage,
  keyring: Keyring,
  status: 'queued' | 'failed',
  error: string,
  delaySeconds: number | null,
): Statement {
  const { id, occasion, complaintId, staffId, audience, template, channel, locale } = message;
  const { subject, rulesVersion, createdAt } = message;
  const recipient = keyring.seal(message.recipient, messageContext('recipient', occasion));
  const body = keyring.seal(message.body, messageContext('body', occasion));
  return {
    name: 'queue-message',
    text: `WITH kept AS (INSERT INTO message (id, occasion, complaint_id, staff_id, audience, template, channel, locale, subject,
  rules_version, created_at, key_id, recipient, body, status, error)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
  ON CONFLICT (occasion) DO NOTHING RETURNING id)
${DELIVER} SELECT 'deliver', jsonb_build_object('messageId', id), 12, true, 15, 14400, 120,
  now() + make_interval(secs => $17::double precision) FROM kept WHERE $17::double precision IS NOT NULL`,
    values: [
      ...[id, occasion, complaintId, staffId, audience, template, channel, locale, subject, rulesVersion],
      ...[createdAt, keyring.keyId, recipient, body, status, error, delaySeconds],
    ],
  };
}
