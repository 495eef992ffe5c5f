import { theHouse } from './house.ts';

/** Whether this office is served by https; then cookies come back by https alone. */
export const isHttps = (): boolean => theHouse().env.ADMIN_URL.protocol === 'https:';

/**
 * The name of a cookie that no other host and no plain connection can plant: `__Host-` for the whole site, `__Secure-` for a
 * part of it. Browsers take neither without https, so that over plain http the name stays bare.
 */
export function guardedName(name: string, path: string, secure = isHttps()): string {
  if (!secure) return name;
  return path === '/' ? `__Host-${name}` : `__Secure-${name}`;
}
