import { ADMIN_URL } from '../addresses.ts';
import { PASSWORD } from '../staff.ts';

/** One demo account for each role, in the order of the columns of the table. */
export const COLUMNS = {
  cle: 'clerk',
  tri: 'triage',
  off: 'officer',
  hea: 'head',
  ins: 'inspector',
  ass: 'assessor',
  app: 'appraisal',
  lea: 'leader',
  cus: 'custodian',
  aud: 'auditor',
  adm: 'admin',
} as const;
export type Column = keyof typeof COLUMNS;

/** The cookies of somebody signed in through the form, without a browser. */
export async function signedIn(login: string): Promise<string> {
  const response = await fetch(`${ADMIN_URL}/sign-in?/signIn`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: ADMIN_URL, accept: 'text/html' },
    body: new URLSearchParams({ login, password: PASSWORD, next: '/' }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (response.status !== 303) throw new Error(`${login} was not let in: ${response.status}`);
  return cookies.join('; ');
}

/** The status of a read: that of the page, of its endpoint, or of the page it sends to sign in. */
export async function statusOfRead(path: string, cookie: string): Promise<number> {
  const response = await fetch(ADMIN_URL + path, {
    redirect: 'manual',
    headers: { cookie, accept: 'text/html' },
  });
  await response.body?.cancel();
  return response.status;
}

export type Answer = {
  readonly status: number;
  /** By the name of each field that is wrong, the sentence that says how. */
  readonly fields: Readonly<Record<string, string>>;
  code?: string;
};

/** What a form is answered with, as the scripts of the office read it. */
export async function statusOfForm(
  path: string,
  cookie: string,
  body: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(ADMIN_URL + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: ADMIN_URL, accept: 'application/json', 'x-sveltekit-action': 'true' },
    body: new URLSearchParams(body),
  });
  const text = await response.text();
  if (!text.startsWith('{')) return { status: response.status, fields: {} };
  const answer = JSON.parse(text) as { type: string; status?: number; data?: string; error?: unknown };
  const data = answer.data === undefined ? null : unflatten(answer.data);
  return {
    status: answer.status ?? response.status,
    fields: (data?.['fields'] ?? {}) as Readonly<Record<string, string>>,
    code: (data?.['refusal'] as { code?: string } | null)?.code,
  };
}

/** The framework's own way of writing values: a list in which each place names other places. */
function unflatten(text: string): Record<string, unknown> | null {
  const places = JSON.parse(text) as unknown[];
  const at = (place: number): unknown => {
    const value = places[place];
    if (Array.isArray(value)) return value.map((one) => at(one as number));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, to]) => [name, at(to as number)]));
  };
  const whole = at(0);
  return typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : null;
}

/** Procedures that change something, or record that somebody looked. */
const MUTATIONS = ['earlierCases', 'leavePresence', 'markPresence'];

/** How a procedure answers: it is for nobody who is not signed in, not for this role, or it heard what was asked. */
export async function statusOfCall(
  name: string,
  cookie: string,
): Promise<'signed out' | 'refused' | 'heard'> {
  const isMutation = MUTATIONS.includes(name);
  const response = await fetch(`${ADMIN_URL}/api/trpc/${name}${isMutation ? '' : '?input=%7B%7D'}`, {
    method: isMutation ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { cookie, origin: ADMIN_URL, 'content-type': 'application/json' },
    ...(isMutation && { body: '{}' }),
  });
  const text = await response.text();
  if (response.status === 401) return 'signed out';
  return /"code":"(not_found|not_authorised)"/.test(text) ? 'refused' : 'heard';
}
