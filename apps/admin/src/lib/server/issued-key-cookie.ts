import type { Cookies } from '@sveltejs/kit';
import { guardedName, isHttps } from './guarded-cookie.ts';

export type IssuedKey = { readonly client: string; readonly secret: string };

const nameAt = (path: string) => guardedName('issued_key', path);
const place = (path: string) => ({ path, httpOnly: true, sameSite: 'strict', secure: isHttps() }) as const;

/** Hands a new key to the page that shows it once. It never stands in an address or a log. */
export function keepIssuedKey(cookies: Cookies, { client, secret }: IssuedKey, path = '/api-keys'): void {
  cookies.set(nameAt(path), `${encodeURIComponent(client)} ${secret}`, { ...place(path), maxAge: 300 });
}

/** The key, the first time it is asked for; null afterwards. */
export function takeIssuedKey(cookies: Cookies, path = '/api-keys'): IssuedKey | null {
  const [client, secret] = cookies.get(nameAt(path))?.split(' ') ?? [];
  if (client === undefined || secret === undefined) return null;
  cookies.delete(nameAt(path), place(path));
  return { client: decodeURIComponent(client), secret };
}
