import type { Receipt } from '@bihuan/api';
import type { Cookies } from '@sveltejs/kit';
import { guardedName, isHttps } from './guarded-cookie.ts';

const name = () => guardedName('receipt', '/walk-in');

/** Hands the query code to the receipt page, which shows it once. It never stands in an address or a log. */
export function keepReceipt(
  cookies: Cookies,
  { complaintId, queryCode }: Pick<Receipt, 'complaintId' | 'queryCode'>,
): void {
  cookies.set(name(), queryCode, { ...place(complaintId), maxAge: 300 });
}

/** The query code, the first time it is asked for; null afterwards. */
export function takeQueryCode(cookies: Cookies, complaintId: string): string | null {
  const code = cookies.get(name()) ?? null;
  if (code !== null) cookies.delete(name(), place(complaintId));
  return code;
}

function place(complaintId: string) {
  return { path: `/walk-in/${complaintId}`, httpOnly: true, sameSite: 'strict', secure: isHttps() } as const;
}
