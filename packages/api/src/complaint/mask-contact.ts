import type { Contact } from '@bihuan/db';

type Shown = Pick<Contact, 'name' | 'phone' | 'email'>;

/** Contact data as it may stand on a page: enough to recognise, not enough to use. Empty fields stay empty. */
export function maskContact({ name, phone, email }: Shown): Shown {
  return { name: maskName(name), phone: maskPhone(phone), email: maskEmail(email) };
}

function maskName(name: string): string {
  const [first, ...rest] = [...name];
  return first === undefined ? '' : first + '*'.repeat(Math.min(2, Math.max(1, rest.length)));
}

function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits === '') return '';
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : `${email.charAt(0)}***${email.slice(at)}`;
}
