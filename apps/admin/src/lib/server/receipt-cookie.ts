import type { Receipt } from '@bihuan/api';
import type { Cookies } from '@sveltejs/kit';

const NAME = 'receipt';

/** Hands the query code to the receipt page, which shows it once. It never stands in an address or a log. */
export function keepReceipt(
  cookies: Cookies,
  { complaintId, queryCode }: Pick<Receipt, 'complaintId' | 'queryCode'>,
): void {
  cookies.set(NAME, queryCode, { ...place(complaintId), maxAge: 300 });
}

/** The query code, the first time it is asked for; null afterwards. */
export function takeQueryCode(cookies: Cookies, complaintId: string): string | null {
  const code = cookies.get(NAME) ?? null;
  if (code !== null) cookies.delete(NAME, place(complaintId));
  return code;
}

function place(complaintId: string) {
  return { path: `/walk-in/${complaintId}`, httpOnly: true, sameSite: 'strict', secure: false } as const;
}
