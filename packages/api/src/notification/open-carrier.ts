import type { Carrier } from './carrier.ts';
import { resendCarrier } from './resend-carrier.ts';
import { smtpCarrier } from './smtp-carrier.ts';

export type MailSettings = {
  readonly resendApiKey?: string | undefined;
  readonly resendBaseUrl?: string | undefined;
  readonly smtpUrl?: string | undefined;
  /** The sender's address, needed with either of them. */
  readonly from?: string | undefined;
};

const TIMEOUT_MS = 20_000;

/** The way out that is set up: Resend, else SMTP, else none, and then messages stay in the local outbox. */
export function openCarrier(
  { resendApiKey, resendBaseUrl, smtpUrl, from = '' }: MailSettings,
  timeoutMs = TIMEOUT_MS,
): Carrier | null {
  if (resendApiKey !== undefined)
    return resendCarrier({ apiKey: resendApiKey, baseUrl: resendBaseUrl, from, timeoutMs });
  if (smtpUrl !== undefined) return smtpCarrier({ url: smtpUrl, from, timeoutMs });
  return null;
}
