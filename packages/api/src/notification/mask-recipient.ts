import type { MessageChannel } from '@bihuan/db';

/** `zhang.san@example.com` → `z***@example.com`, a phone number → `138****8000`: enough to tell which, not to use it. */
export function maskRecipient({
  channel,
  recipient,
}: {
  readonly channel: MessageChannel;
  readonly recipient: string;
}): string {
  return channel === 'email' ? maskEmail(recipient) : maskPhone(recipient);
}

function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return at <= 0 ? '***' : `${first}***${address.slice(at)}`;
}

function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
