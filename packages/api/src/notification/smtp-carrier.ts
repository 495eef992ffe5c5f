import { createTransport } from 'nodemailer';
import { CarrierFailure, type Carrier, type Mail, type Taken } from './carrier.ts';
import { optOutHeaders } from './opt-out-headers.ts';

export type SmtpSettings = {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly url: string;
  readonly from: string;
  readonly timeoutMs: number;
};

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown; readonly command?: unknown };

/** Mail through an SMTP server. The occasion is the Message-ID, by which receivers know a second copy. */
export function smtpCarrier({ url, from, timeoutMs }: SmtpSettings): Carrier<Mail> {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s<>@]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ occasion, to, subject, text, optOutUrl }: Mail): Promise<Taken> {
      const messageId = `<${occasion.replace(/[^\w.-]/g, '.')}@${domain}>`;
      const headers = { 'Auto-Submitted': 'auto-generated', ...optOutHeaders(optOutUrl) };
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, messageId, headers },
          // A failure later on comes back as a report that names the message.
          dsn: { id: messageId.slice(1, -1), return: 'headers', notify: ['failure'] },
        });
      } catch (error) {
        throw failureOf(error as SmtpError);
      }
      return { providerId: messageId };
    },
  };
}

/** Answers of SMTP servers quote addresses, so that only their numbers are kept. */
function failureOf({ code, responseCode, command }: SmtpError): CarrierFailure {
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const isDeadAddress = code === 'EENVELOPE' && command === 'RCPT TO' && status >= 550 && status <= 559;
  const word = typeof code === 'string' && /^[A-Z]{1,20}$/.test(code) ? code : 'EUNKNOWN';
  return new CarrierFailure(status === 0 ? `smtp: ${word}` : `smtp: ${word} ${status}`, { isDeadAddress });
}
