import type { Carrier, Carriers, Mail, ShortMessage } from './carrier.ts';
import { httpCarrier } from './http-carrier.ts';
import { resendCarrier } from './resend-carrier.ts';
import { smtpCarrier } from './smtp-carrier.ts';

export type CarrierSettings = {
  readonly resendApiKey?: string | undefined;
  readonly resendBaseUrl?: string | undefined;
  readonly smtpUrl?: string | undefined;
  /** The sender's address, needed with either of them. */
  readonly from?: string | undefined;
  readonly smsUrl?: string | undefined;
  readonly smsSecret?: string | undefined;
  /** WeChat or a government app, through an adapter of the same kind. */
  readonly appUrl?: string | undefined;
  readonly appSecret?: string | undefined;
};

const TIMEOUT_MS = 20_000;

/** The ways out that are set up: mail by Resend, else SMTP; messages of the others stay in the local outbox. */
export function openCarriers(settings: CarrierSettings, timeoutMs = TIMEOUT_MS): Carriers {
  const { smsUrl, smsSecret, appUrl, appSecret } = settings;
  return {
    email: mailCarrier(settings, timeoutMs),
    sms: shortCarrier('sms', smsUrl, smsSecret, timeoutMs),
    app: shortCarrier('app', appUrl, appSecret, timeoutMs),
  };
}

function mailCarrier(
  { resendApiKey, resendBaseUrl, smtpUrl, from = '' }: CarrierSettings,
  timeoutMs: number,
): Carrier<Mail> | null {
  if (resendApiKey !== undefined)
    return resendCarrier({ apiKey: resendApiKey, baseUrl: resendBaseUrl, from, timeoutMs });
  if (smtpUrl !== undefined) return smtpCarrier({ url: smtpUrl, from, timeoutMs });
  return null;
}

function shortCarrier(
  channel: 'sms' | 'app',
  url: string | undefined,
  secret: string | undefined,
  timeoutMs: number,
): Carrier<ShortMessage> | null {
  return url === undefined || secret === undefined ? null : httpCarrier({ url, secret, channel, timeoutMs });
}
